// The page: it asks for the state, shows it, and asks again when it hears that something was saved.
"use strict";

const at = (id) => document.getElementById(id);
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const wide = matchMedia("(min-width: 760px)");
const inside = at("inside"); // a page saved as one file carries its state along
const held = inside ? JSON.parse(inside.textContent) : null;

/** What is chosen, as the address keeps it after #; what is shown, as it was told. */
const choice = Object.assign(
  { post: "", theme: "", size: "", slide: "1", view: "post" },
  Object.fromEntries(new URLSearchParams(location.hash.slice(1))),
);
const nothing = { // what is shown where there is no post at all
  key: "", title: "Preview", language: "en", path: "", errors: [], findings: [], slides: [], caption: null,
  theme: null, own_theme: null, dir: "ltr", size: { name: "square", width: 1080, height: 1080 },
  brand: { name: "", handle: "", initial: "·", avatar: false },
};
let state = null;
let source = null;
let asked = 0;
let ended = false;

// --- Small helpers ---

function made(tag, attributes = {}, ...inner) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...inner.filter((one) => one !== null && one !== undefined && one !== ""));
  return element;
}

function say(text) {
  at("said").textContent = text;
}

function count() {
  return state?.shown.slides.length ?? 0;
}

function current(most = count()) {
  return Math.min(Math.max(Number(choice.slide) - 1 || 0, 0), Math.max(most - 1, 0));
}

function keep() {
  const kept = Object.entries(choice).filter(([, value]) => value);
  history.replaceState(null, "", "#" + new URLSearchParams(kept));
}

// --- Asking ---

async function told(what) {
  if (held) return what === "grid" ? heldCovers() : { ...held, shown: held.decks[choice.post] ?? held.decks["1"] };
  const { post, theme, size } = choice;
  const answer = await fetch(`/${what}?` + new URLSearchParams({ post, theme, size }), { cache: "no-store" });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

function heldCovers() {
  return held.posts.map((post) => ({ ...post, src: held.decks[post.key].slides[0].src }));
}

async function refresh(why = "") {
  const mine = ++asked;
  let next;
  try {
    next = await told("state");
  } catch {
    lost();
    return;
  }
  if (mine !== asked) return;
  next.shown ??= nothing;
  const first = state === null;
  await arrived(next);
  if (mine !== asked) return;
  state = next;
  show();
  if (why && !first) at("state-line").textContent = why;
  document.documentElement.dataset.version = state.version;
  document.documentElement.dataset.asked = mine;
  if (first) listen();
  if (choice.view === "profile") showGrid();
}

/** Wait until the picture that will stand on the phone is there, so that nothing flickers. */
async function arrived(next) {
  const slides = next.shown.slides;
  const slide = slides[current(slides.length)];
  if (slide) await loaded(slide.src);
}

async function loaded(src) {
  const image = new Image();
  image.src = src;
  try {
    await image.decode();
  } catch {
    // its file was taken away meanwhile: the next state tells
  }
}

/** Hear of saves, for as long as the page is seen: a browser has few connections for many tabs. */
function listen() {
  if (!state.live || document.hidden) return;
  source = new EventSource(`/events?version=${state.version}`);
  source.onmessage = (event) => {
    if (Number(event.data) !== state.version) refresh("Updated " + new Date().toLocaleTimeString());
  };
  source.onerror = lost;
  source.onopen = () => {
    if (ended) refresh("The preview is back.");
    ended = false;
  };
}

function lost() {
  if (ended) return;
  ended = true;
  at("state-line").textContent = "The preview has ended. Start it again to go on.";
}

// --- Showing ---

function show() {
  const shown = state.shown;
  choice.post = shown.key;
  document.title = `${shown.title} · Preview`;
  at("title").textContent = shown.title;
  at("title").lang = shown.language || "en";
  at("path").textContent = shown.path ?? "";
  showChoices();
  showTrouble(shown);
  showWho(shown);
  showSlides(shown);
  showCaption(shown);
  showSlideNotes();
  showAll(shown);
  keep();
}

function showChoices() {
  const { posts, themes, sizes, shown } = state;
  at("posts").hidden = posts.length < 2;
  at("post").replaceChildren(
    ...posts.map((one) => made("option", { value: one.key }, optionOf(one, posts))),
  );
  at("post").value = shown.key;
  radios("themes", "theme", themes, shown.theme ?? shown.own_theme, themeRow);
  radios("sizes", "size", sizes, shown.size.name, sizeRow);
  at("looks").hidden = !themes.length && !sizes.length;
}

/** A post's title, and its file where two have the same title. */
function optionOf(one, posts) {
  const alike = posts.filter((other) => other.title === one.title).length > 1;
  return (one.broken ? "! " : "") + one.title + (alike ? ` (${one.file})` : "");
}

/** Fill a group of choices; the one with the focus keeps it. */
function radios(id, name, entries, chosen, row) {
  const group = at(id);
  group.hidden = !entries.length;
  const key = JSON.stringify(entries);
  if (group.dataset.key !== key) {
    group.dataset.key = key;
    group.querySelector(".choices")?.remove();
    group.append(
      made("div", { class: "choices" }, ...entries.map((entry) =>
        made("label", { class: "choice" }, made("input", { type: "radio", name, value: entry.name }), row(entry)),
      )),
    );
  }
  for (const input of group.querySelectorAll("input")) input.checked = input.value === chosen;
}

function themeRow(theme) {
  const swatch = made("span", { class: "swatch", "aria-hidden": "true" });
  for (const colour of theme.swatch) {
    const stripe = made("i");
    stripe.style.background = colour;
    swatch.append(stripe);
  }
  const name = made("span", { class: "name" }, theme.title, made("small", {}, theme.voice));
  return made("span", { class: "row" }, swatch, name);
}

function sizeRow(size) {
  const shape = made("span", { class: "shape", "aria-hidden": "true" });
  shape.style.aspectRatio = `${size.width} / ${size.height}`;
  return made("span", { class: "row" }, shape, made("span", { class: "name" }, size.name));
}

function showTrouble(shown) {
  const all = [...(state.faults ?? []), ...shown.errors];
  const box = at("trouble");
  const text = JSON.stringify(all);
  if (box.dataset.told === text) return; // an alert that stands already is not read out again
  box.dataset.told = text;
  box.hidden = !all.length;
  if (!all.length) return void box.replaceChildren();
  const what = shown.errors.length ? "This cannot be shown as it is saved now." : "Something cannot be found.";
  const last = shown.errors.length && shown.slides.length ? " These are its last good slides." : "";
  const list = made("ul", { class: "findings" }, ...all.map(card));
  box.replaceChildren(made("p", {}, made("strong", {}, what), last), list);
}

function showWho(shown) {
  const { name, handle, initial, avatar } = shown.brand;
  for (const id of ["disc", "large-disc"]) {
    at(id).replaceChildren(avatar ? made("img", { src: avatar, alt: "" }) : initial);
  }
  at("handle").textContent = handle;
  at("name").textContent = name || handle;
  at("at").textContent = handle && handle !== name ? handle : "";
}

// --- The slides ---

function showSlides(shown) {
  const { width, height } = shown.size;
  const track = at("track");
  track.parentElement.style.setProperty("--shape", `${width} / ${height}`);
  document.documentElement.style.setProperty("--across", String(width / height));
  track.parentElement.dir = track.dir = shown.dir;
  at("dots").dir = shown.dir;
  track.hidden = !shown.slides.length;
  at("nothing").hidden = !!shown.slides.length;
  const here = current();
  while (track.children.length > shown.slides.length) track.lastElementChild.remove();
  shown.slides.forEach((slide, number) => {
    const item = track.children[number] ?? track.appendChild(newSlide());
    item.setAttribute("aria-label", `${number + 1} of ${shown.slides.length}: ${slide.kind}`);
    const image = item.firstElementChild;
    image.alt = slide.alt;
    image.lang = slide.language;
    image.width = width;
    image.height = height;
    if (image.dataset.wanted === slide.src) return;
    image.dataset.wanted = slide.src;
    if (number === here) image.src = slide.src;
    else exchange(image, slide.src);
  });
  showDots(shown);
  stand(here);
}

function newSlide() {
  const image = made("img", { draggable: "false", decoding: "async" });
  return made("li", { role: "group", "aria-roledescription": "slide" }, image);
}

/** Exchange a picture that is not looked at, once the new one is there. */
async function exchange(image, src) {
  if (image.getAttribute("src")) await loaded(src);
  if (image.dataset.wanted === src) image.src = src;
}

function showDots(shown) {
  const grades = shown.slides.map((slide) => gravest(slide.findings));
  at("dots").replaceChildren(
    ...shown.slides.map((slide, number) => {
      const found = slide.findings.length;
      const said = found ? `, ${found} finding${found === 1 ? "" : "s"}` : "";
      const dot = made("button", {
        type: "button", tabindex: "-1", class: grades[number] && `noted ${grades[number]}`,
        "aria-label": `Slide ${number + 1}${said}`, title: `Slide ${number + 1}${said}`,
      });
      dot.addEventListener("click", () => go(number));
      return dot;
    }),
  );
}

function gravest(findings) {
  return ["error", "warning", "info"].find((grade) => findings.some((one) => one.severity === grade)) ?? "";
}

/** Let a slide stand on the phone at once, without a movement. */
function stand(number) {
  const track = at("track");
  const way = track.clientWidth * number * (track.dir === "rtl" ? -1 : 1);
  if (Math.abs(track.scrollLeft - way) > 1) track.scrollTo({ left: way, behavior: "instant" });
  mark(number);
}

function go(number) {
  if (!count()) return;
  number = Math.min(Math.max(number, 0), count() - 1);
  const track = at("track");
  const left = track.clientWidth * number * (track.dir === "rtl" ? -1 : 1);
  track.scrollTo({ left, behavior: calm.matches ? "instant" : "smooth" });
  note(number);
}

/** Remember which slide is looked at, and show what belongs to it. */
function note(number) {
  if (String(number + 1) === choice.slide) return;
  choice.slide = String(number + 1);
  mark(number);
  showSlideNotes();
  keep();
  const slide = state.shown.slides[number];
  say(`Slide ${number + 1} of ${count()}, ${slide.kind}`);
}

function mark(number) {
  choice.slide = String(number + 1);
  at("count").textContent = count() ? `${number + 1} / ${count()}` : "";
  at("back").disabled = number === 0;
  at("on").disabled = number >= count() - 1;
  [...at("dots").children].forEach((dot, one) => {
    dot.toggleAttribute("aria-current", one === number);
    dot.tabIndex = one === number ? 0 : -1;
  });
  [...at("track").children].forEach((item, one) => item.toggleAttribute("inert", one !== number));
}

// --- Texts and findings ---

function card(finding) {
  const grade = { error: "Error", warning: "Warning", info: "Note" }[finding.severity];
  return made("li", { class: finding.severity },
    made("p", { class: "grade" }, grade),
    made("p", { class: "what" }, ...terms(finding.message)),
    finding.hint ? made("p", { class: "hint" }, ...terms(finding.hint)) : null,
    finding.place ? made("code", { class: "place" }, finding.place) : null,
    finding.quoted ? made("pre", {}, finding.quoted.trim()) : null,
  );
}

/** A sentence with what stands between backticks in the letters of code. */
function terms(text) {
  return text.split("`").map((part, number) => (number % 2 ? made("code", { class: "term" }, part) : part));
}

function showSlideNotes() {
  const number = current();
  const slide = state.shown.slides[number];
  at("slide-head").replaceChildren(
    slide ? `Slide ${number + 1} of ${count()} ` : "Slide",
    slide ? made("small", {}, slide.kind) : "",
  );
  at("slide-findings").replaceChildren(...(slide?.findings ?? []).map(card));
  at("alt").textContent = slide?.alt ?? "";
  at("alt").lang = slide?.language ?? "en";
  at("alt").dir = "auto";
  at("copy-alt").disabled = !slide;
}

function showCaption(shown) {
  const text = shown.caption?.text ?? "";
  for (const id of ["caption", "words"]) {
    at(id).lang = shown.language || "en";
    at(id).dir = shown.dir;
  }
  at("caption").textContent = text;
  at("words").replaceChildren(made("strong", {}, shown.brand.handle), " ", text);
  at("words").parentElement.hidden = !text;
  at("copy-caption").disabled = !text;
  at("caption-length").textContent = shown.caption
    ? `${shown.caption.length.toLocaleString("en")} of ${shown.caption.most.toLocaleString("en")} characters` : "";
  at("caption-findings").replaceChildren(...shown.findings.filter((one) => one.caption).map(card));
}

function showAll(shown) {
  const general = shown.findings.filter((one) => !one.caption);
  at("post-findings").replaceChildren(...general.map(card));
  const leads = shown.slides.flatMap((slide, number) => slide.findings.map((one) => [one, number]));
  at("leads").replaceChildren(
    ...leads.map(([one, number]) => {
      const begins = one.message.startsWith(`Slide ${number + 1} `) ? "" : `Slide ${number + 1}: `;
      const lead = made("button", { type: "button" }, begins, ...terms(one.message));
      lead.addEventListener("click", () => go(number));
      return made("li", {}, lead);
    }),
  );
  at("notes").hidden = !shown.slides.length;
  at("all-none").hidden = !!(shown.findings.length + leads.length + shown.errors.length);
}

async function copied(text, button) {
  const label = button.dataset.label ?? (button.dataset.label = button.textContent);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    byHand(text);
  }
  button.textContent = "Copied";
  say("Copied");
  clearTimeout(Number(button.dataset.timer));
  button.dataset.timer = setTimeout(() => (button.textContent = label), 1600);
}

/** Copy where a browser has no clipboard for pages opened from a file. */
function byHand(text) {
  const area = made("textarea", { class: "hidden", "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

// --- The profile ---

async function showGrid() {
  if (!state) return;
  if (at("tiles").children.length < state.posts.length) fillGrid(state.posts);
  try {
    fillGrid(await told("grid"));
  } catch {
    lost();
  }
}

function fillGrid(tiles) {
  const blank = Math.max(6 - tiles.length, (3 - (tiles.length % 3)) % 3);
  at("tiles").replaceChildren(
    ...tiles.map((tile) => {
      const inner = tile.src ? made("img", { src: tile.src, alt: "" }) : made("em", {}, tile.title);
      const button = made("button", { type: "button", "aria-label": `Open ${tile.title}` }, inner);
      button.addEventListener("click", () => {
        Object.assign(choice, { post: tile.key, slide: "1" });
        view("post");
        refresh().then(() => at("track").focus());
      });
      return made("li", {}, button);
    }),
    ...Array.from({ length: blank }, () => made("li", { "aria-hidden": "true" })),
  );
}

function view(name) {
  choice.view = name;
  at("view-post").hidden = name !== "post";
  at("view-profile").hidden = name !== "profile";
  for (const input of at("views").querySelectorAll("input")) input.checked = input.value === name;
  keep();
  if (name === "profile") showGrid();
  else if (state) stand(current());
}

// --- Hands and keys ---

function follow() {
  const track = at("track");
  let from = null;
  let waiting = 0;

  track.addEventListener("scroll", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => {
      if (!count() || !track.clientWidth) return;
      const number = Math.round(Math.abs(track.scrollLeft) / track.clientWidth);
      const rest = Math.abs(Math.abs(track.scrollLeft) - number * track.clientWidth);
      if (rest < track.clientWidth * 0.12) note(Math.min(number, count() - 1));
    });
  });
  track.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return; // fingers scroll by themselves
    from = { x: event.clientX, left: track.scrollLeft, number: current(), time: event.timeStamp };
    track.setPointerCapture(event.pointerId);
  });
  track.addEventListener("pointermove", (event) => {
    if (!from) return;
    track.classList.add("dragged");
    track.scrollLeft = from.left - (event.clientX - from.x);
  });
  const release = (event) => {
    if (!from) return;
    const way = (from.x - event.clientX) * (track.dir === "rtl" ? -1 : 1);
    const quick = Math.abs(way) / Math.max(event.timeStamp - from.time, 1) > 0.3;
    const far = Math.abs(way) > track.clientWidth * 0.4 || (quick && Math.abs(way) > 12);
    const number = from.number + (far ? Math.sign(way) : 0);
    from = null;
    if (!track.classList.contains("dragged")) return;
    choice.slide = ""; // so that where it ends is told, even where it began
    go(number);
    const settle = () => track.classList.remove("dragged");
    if (calm.matches || !("onscrollend" in track)) settle();
    else {
      track.addEventListener("scrollend", settle, { once: true });
      setTimeout(settle, 700);
    }
  };
  track.addEventListener("pointerup", release);
  track.addEventListener("pointercancel", release);
  addEventListener("resize", () => state && stand(current()));
}

function keys(event) {
  const busy = event.target.closest("input, select, textarea, .tall");
  if (busy || event.altKey || event.ctrlKey || event.metaKey || choice.view !== "post") return;
  const onward = state?.shown.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  let number = null;
  if (way) number = current() + (event.key === onward ? 1 : -1);
  else if (event.key === "Home") number = 0;
  else if (event.key === "End") number = count() - 1;
  if (number === null) return;
  event.preventDefault();
  const onDots = event.target.closest(".dots");
  go(number);
  if (onDots) at("dots").children[current()]?.focus();
}

function begin() {
  at("choices").addEventListener("submit", (event) => event.preventDefault());
  at("choices").addEventListener("change", (event) => {
    const { name, id, value } = event.target;
    if (id === "post") Object.assign(choice, { post: value, slide: "1" });
    else choice[name] = name === "theme" && value === state.shown.own_theme ? "" : value; // each post's own
    refresh(id === "post" ? "" : `Shown in ${value}`);
  });
  at("views").addEventListener("change", (event) => view(event.target.value));
  at("back").addEventListener("click", () => go(current() - 1));
  at("on").addEventListener("click", () => go(current() + 1));
  at("copy-alt").addEventListener("click", (event) => copied(at("alt").textContent, event.currentTarget));
  at("copy-caption").addEventListener("click", (event) => copied(at("caption").textContent, event.currentTarget));
  at("more").addEventListener("click", (event) => {
    const whole = at("words").classList.toggle("whole");
    event.currentTarget.textContent = whole ? "less" : "more";
    event.currentTarget.setAttribute("aria-expanded", whole);
  });
  addEventListener("keydown", keys);
  document.addEventListener("visibilitychange", () => {
    source?.close();
    if (!document.hidden && state) refresh().then(listen);
  });
  at("looks").open = wide.matches;
  wide.addEventListener("change", () => (at("looks").open = wide.matches));
  follow();
  view(choice.view);
  refresh();
}

begin();
