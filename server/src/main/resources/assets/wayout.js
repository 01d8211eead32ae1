// The way out also takes the page from the history; Escape twice within a second does the same.
(() => {
  const out = document.querySelector('[data-way-out]');
  if (!out) return;
  let pressed = 0;
  const leave = () => location.replace(out.href);
  out.addEventListener('click', event => {
    event.preventDefault();
    leave();
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    if (event.timeStamp - pressed < 1000) leave();
    pressed = event.timeStamp;
  });
})();
