// Turns on the copy buttons. Without this script the text can be selected and copied by hand.

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.getAttribute("data-copy") ?? "");
  if (!(button instanceof HTMLElement) || !(field instanceof HTMLInputElement) || !navigator.clipboard) {
    continue;
  }
  button.hidden = false;
  field.select();
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.textContent = "Copied";
  });
}
