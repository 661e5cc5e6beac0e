// Suggestions while typing: the combobox of the ARIA Authoring Practices, with a list of options. Without script the form works as it is.
(() => {
  const WAIT = 120; // milliseconds of rest before asking
  const paths = { instrument: "/van-ban/", campaign: "/phong-trao/" };

  const attach = (input, at) => {
    const list = document.createElement("ul");
    list.className = "suggestions";
    list.id = `suggestions-${at}`;
    list.lang = "vi";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.suggest);
    input.parentElement.append(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    let rows = [], chosen = -1, timer = 0, asked = 0;

    const line = (name, text) => {
      const part = document.createElement("small");
      part.className = name;
      part.textContent = text;
      return part;
    };

    const option = (row, n) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${n}`;
      item.setAttribute("role", "option");
      const label = document.createElement("span");
      label.textContent = row.label;
      item.append(label, line("type", input.dataset[row.type] || ""), line("detail", row.detail));
      item.addEventListener("click", () => go(row));
      return item;
    };

    const mark = () => {
      [...list.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === chosen)));
      if (chosen < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", list.children[chosen].id);
      list.children[chosen].scrollIntoView({ block: "nearest" });
    };

    const show = (found) => {
      rows = found;
      chosen = -1;
      list.replaceChildren(...rows.map(option));
      list.hidden = rows.length === 0;
      input.setAttribute("aria-expanded", String(rows.length > 0));
      mark();
    };

    const close = () => { clearTimeout(timer); asked += 1; show([]); };
    const go = (row) => { location.href = paths[row.type] + encodeURIComponent(row.id); };

    const ask = async () => {
      const mine = ++asked, text = input.value.trim();
      if (text.length < 2) return close();
      try {
        const answer = await fetch("/goi-y?q=" + encodeURIComponent(text));
        const found = answer.ok ? await answer.json() : [];
        if (mine === asked) show(found);
      } catch { close(); }
    };

    const keys = {
      ArrowDown: () => { chosen = chosen + 1 < rows.length ? chosen + 1 : -1; mark(); },
      ArrowUp: () => { chosen = chosen < 0 ? rows.length - 1 : chosen - 1; mark(); },
      Escape: close, // the list goes, what was typed stays
      Enter: () => { if (chosen >= 0) go(rows[chosen]); else input.form.requestSubmit(); },
    };

    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, WAIT); });
    input.addEventListener("blur", close);
    // A press on the list must not take the focus away: the list would be gone before the click, with a mouse and with a finger.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("mousedown", (event) => event.preventDefault());
    input.addEventListener("keydown", (event) => {
      if (!rows.length || event.isComposing || !(event.key in keys)) return;
      event.preventDefault();
      keys[event.key]();
    });
  };

  document.querySelectorAll("input[data-suggest]").forEach(attach);
})();
