// Suggestions while typing: the ARIA combobox pattern. Without script the form works as it is.
(() => {
  const paths = { instrument: "/van-ban/", campaign: "/phong-trao/" };
  const attach = (input, at) => {
    const list = document.createElement("ul");
    list.className = "suggestions";
    list.id = `suggestions-${at}`;
    list.setAttribute("role", "listbox");
    list.hidden = true;
    input.parentElement.append(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    let rows = [], chosen = -1, timer = 0, asked = 0;
    const show = () => {
      list.replaceChildren(...rows.map((row, n) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${n}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", String(n === chosen));
        item.append(row.label);
        const small = document.createElement("small");
        small.textContent = row.detail;
        item.append(small);
        item.addEventListener("mousedown", (event) => { event.preventDefault(); go(row); });
        return item;
      }));
      list.hidden = rows.length === 0;
      input.setAttribute("aria-expanded", String(rows.length > 0));
      if (chosen >= 0) input.setAttribute("aria-activedescendant", `${list.id}-${chosen}`);
      else input.removeAttribute("aria-activedescendant");
    };
    const close = () => { clearTimeout(timer); asked += 1; rows = []; chosen = -1; show(); };
    const go = (row) => { location.href = paths[row.type] + encodeURIComponent(row.id); };
    const ask = async () => {
      const mine = ++asked, text = input.value.trim();
      if (text.length < 2) return close();
      try {
        const answer = await fetch("/goi-y?q=" + encodeURIComponent(text));
        if (mine !== asked || !answer.ok) return;
        rows = await answer.json();
        chosen = -1;
        show();
      } catch { close(); }
    };
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!rows.length) return;
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        chosen = (chosen + step + rows.length + 1) % (rows.length + 1);
        if (chosen === rows.length) chosen = -1;
        show();
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        go(rows[chosen]);
      } else if (event.key === "Escape" && rows.length) {
        event.preventDefault(); // the list goes, what was typed stays
        close();
      }
    });
  };
  document.querySelectorAll("input[data-suggest]").forEach(attach);
})();
