// Light or dark: the system's choice until the reader makes one, which is kept in localStorage under "utseende".
// Runs in the head, before anything is drawn, so that the page never flashes.
(function () {
  var key = "utseende";
  var root = document.documentElement;
  var dark = matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try { return localStorage.getItem(key); } catch (error) { return null; }
  }

  function keep(choice) {
    try { localStorage.setItem(key, choice); } catch (error) { /* Private mode: the choice lasts for this page only. */ }
  }

  function isDark() {
    return (root.dataset.appearance || (dark.matches ? "dark" : "light")) === "dark";
  }

  root.classList.replace("no-js", "js");
  if (stored()) root.dataset.appearance = stored();

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("[data-appearance][type=button]");
    if (!button) return;
    function label() { button.textContent = isDark() ? "Ljust utseende" : "Mörkt utseende"; }
    button.hidden = false;
    label();
    dark.addEventListener("change", label);
    button.addEventListener("click", function () {
      root.dataset.appearance = isDark() ? "light" : "dark";
      keep(root.dataset.appearance);
      label();
    });
  });
})();
