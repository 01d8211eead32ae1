/* What is kept of a picture is chosen on the picture itself: its frame is dragged, or its corner, or
   the arrow keys move them. Without a script it is chosen in words, whose fields this fills in. */
(() => {
  "use strict";
  const place = document.getElementById("crop");
  const file = document.getElementById("field-picture");
  if (!place || !file || !window.PointerEvent) return;
  const shape = document.getElementById("field-picture_shape");
  const focus = document.getElementById("field-picture_focus");
  const size = document.getElementById("field-picture_size");
  const make = (name, css) => Object.assign(document.createElement(name), { className: css });
  const stage = make("div", "crop-stage");
  const image = Object.assign(make("img", ""), { alt: "" });
  const frame = Object.assign(make("button", "crop-frame"), { type: "button" });
  const corner = Object.assign(make("button", "crop-corner"), { type: "button", textContent: "⤡" });
  const help = Object.assign(make("p", "hint"), { id: "crop-help", textContent: place.dataset.help });
  frame.setAttribute("aria-label", place.dataset.cropMove);
  corner.setAttribute("aria-label", place.dataset.cropSize);
  [frame, corner].forEach((one) => one.setAttribute("aria-describedby", help.id));
  stage.append(image, frame, corner);
  const spoken = [focus, size].map((field) => field.closest(".field"));
  const least = 20;
  // hundredths: the frame's middle, and its share of the largest frame of this shape
  let x = 50, y = 50, part = 100;

  const clamp = (value, from, to) => Math.min(Math.max(value, from), Math.max(from, to));
  const ratio = () => {
    const said = shape.selectedOptions[0].dataset.ratio;
    if (!said) return 0;
    const [wide, high] = said.split("/");
    return wide / high;
  };
  const largest = () => {
    const own = image.naturalWidth / image.naturalHeight;
    return ratio() > own ? [100, 100 * own / ratio()] : [100 * ratio() / own, 100];
  };
  const put = (field, value) => {
    const known = [...field.options].find((one) => one.value === value);
    const option = known || field.querySelector("[data-drawn]") || field.appendChild(new Option());
    if (!known) {
      option.dataset.drawn = "";
      option.value = value;
    }
    field.value = value;
  };
  const draw = () => {
    const shown = image.naturalWidth > 0 && ratio() > 0;
    frame.hidden = corner.hidden = help.hidden = !shown;
    if (!shown) return;
    part = clamp(part, least, 100);
    const [wide, high] = largest().map((most) => most * part / 100);
    x = clamp(x, wide / 2, 100 - wide / 2);
    y = clamp(y, high / 2, 100 - high / 2);
    Object.assign(frame.style, {
      left: `${x - wide / 2}%`, top: `${y - high / 2}%`, width: `${wide}%`, height: `${high}%`,
    });
    Object.assign(corner.style, { left: `${x + wide / 2}%`, top: `${y + high / 2}%` });
    put(focus, `${Math.round(x)}-${Math.round(y)}`);
    put(size, String(Math.round(part)));
  };
  const dragged = (handle, move) => {
    handle.addEventListener("pointerdown", (event) => {
      handle.setPointerCapture(event.pointerId);
      let last = [event.clientX, event.clientY];
      const follow = (next) => {
        const box = stage.getBoundingClientRect();
        move(100 * (next.clientX - last[0]) / box.width, 100 * (next.clientY - last[1]) / box.height);
        last = [next.clientX, next.clientY];
        draw();
      };
      handle.addEventListener("pointermove", follow);
      const end = () => handle.removeEventListener("pointermove", follow);
      ["pointerup", "pointercancel"].forEach((one) => handle.addEventListener(one, end, { once: true }));
    });
    handle.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [-2, 0], ArrowRight: [2, 0], ArrowUp: [0, -2], ArrowDown: [0, 2] }[event.key];
      if (!step) return;
      event.preventDefault();
      move(...step);
      draw();
    });
  };
  dragged(frame, (right, down) => { x += right; y += down; });
  // the corner across from it stays where it is
  dragged(corner, (right, down) => {
    const most = largest();
    const [left, top] = [x - most[0] * part / 200, y - most[1] * part / 200];
    const more = Math.abs(right) > Math.abs(down) ? right / most[0] : down / most[1];
    part = clamp(part + 100 * more, least, Math.min(100, 100 * (100 - left) / most[0], 100 * (100 - top) / most[1]));
    x = left + most[0] * part / 200;
    y = top + most[1] * part / 200;
  });
  shape.addEventListener("change", draw);
  image.addEventListener("load", () => {
    [x, y] = focus.value.split("-").map(Number);
    part = Number(size.value);
    if (!stage.isConnected) shape.closest(".field").after(help, stage);
    spoken.forEach((field) => { field.hidden = true; });
    draw();
  });
  // what the browser can't show is still the server's to judge, and chosen in words
  image.addEventListener("error", () => {
    stage.remove();
    help.remove();
    spoken.forEach((field) => { field.hidden = false; });
  });
  file.addEventListener("change", () => {
    if (!file.files.length) return;
    const reader = new FileReader();
    reader.addEventListener("load", () => { image.src = reader.result; });
    reader.readAsDataURL(file.files[0]);
  });
})();
