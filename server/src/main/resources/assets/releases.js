/* What a phone can do more for who signs: read the page aloud, and take a signature by finger. The
   page works without it; what the phone can't do is not offered. */
(() => {
  "use strict";
  const aloud = document.getElementById("aloud");
  const points = document.getElementById("points");
  const speech = window.speechSynthesis;
  const language = document.documentElement.lang;
  const voice = () => speech.getVoices().find((one) => one.lang.toLowerCase().split(/[-_]/)[0] === language);
  const offer = () => { if (voice()) aloud.hidden = false; };
  if (aloud && points && speech && window.SpeechSynthesisUtterance) {
    const button = aloud.querySelector("button");
    const words = button.textContent;
    const done = () => { button.textContent = words; };
    button.addEventListener("click", () => {
      if (speech.speaking) { speech.cancel(); done(); return; }
      /* by pieces, as some phones stop after fifteen seconds of one */
      const parts = Array.from(points.querySelectorAll("h2, p, blockquote"));
      parts.forEach((part, at) => {
        const said = new SpeechSynthesisUtterance(part.textContent);
        const own = part.closest("[lang]").lang;
        said.lang = own;
        const fitting = speech.getVoices().find((one) => one.lang.toLowerCase().split(/[-_]/)[0] === own);
        if (fitting) said.voice = fitting;
        if (at === parts.length - 1) said.onend = done;
        speech.speak(said);
      });
      button.textContent = button.dataset.stop;
    });
    offer();
    if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
    window.addEventListener("pagehide", () => speech.cancel());
  }

  const draw = document.getElementById("draw");
  const canvas = draw && draw.querySelector("canvas");
  const pen = canvas && canvas.getContext("2d");
  if (!pen || !window.PointerEvent) return;
  draw.hidden = false;
  const field = draw.querySelector("input");
  let lines = [];
  let line = null;
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    const fit = (part, most) => Math.max(0, Math.min(most, Math.round(part * most)));
    return [fit((event.clientX - box.left) / box.width, 600), fit((event.clientY - box.top) / box.height, 200)];
  };
  const paint = () => {
    pen.clearRect(0, 0, 600, 200);
    pen.lineWidth = 4;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = getComputedStyle(canvas).color;
    lines.forEach((one) => {
      pen.beginPath();
      one.forEach((at, i) => { if (i === 0) pen.moveTo(at[0], at[1]); else pen.lineTo(at[0], at[1]); });
      pen.stroke();
    });
    field.value = lines.map((one) => one.map((at) => at.join(",")).join(" ")).join(";").slice(0, 20000);
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (lines.length >= 60) return;
    line = [place(event)];
    lines.push(line);
    canvas.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!line || line.length >= 900) return;
    line.push(place(event));
    paint();
  });
  const lift = () => { if (line) { line = null; paint(); } };
  canvas.addEventListener("pointerup", lift);
  canvas.addEventListener("pointercancel", lift);
  draw.querySelector("button").addEventListener("click", () => { lines = []; paint(); });
})();
