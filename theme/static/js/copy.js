// copy.js: the button that copies a quote with its speaker, day and address. Without JavaScript it stays hidden.
document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll(".nb-copy")) {
    if (!navigator.clipboard) break;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const status = button.parentElement.querySelector("[role=status]");
      const { copy, url, copied, refused } = button.dataset;
      try {
        await navigator.clipboard.writeText(`${copy}\n${new URL(url, location.href)}`);
        status.textContent = copied;
      } catch {
        status.textContent = refused;
      }
    });
  }
});
