// A button beside words that are there to be copied. Where the browser gives no clipboard, a click selects them all (CSS user-select).
(() => {
  if (!navigator.clipboard) return;
  document.querySelectorAll("[data-copy]").forEach((words) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-button";
    button.textContent = words.dataset.copy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(words.textContent);
      button.textContent = words.dataset.copied;
      setTimeout(() => { button.textContent = words.dataset.copy; }, 2000);
    });
    words.after(button);
  });
})();
