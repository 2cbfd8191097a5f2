// Enhancement only: every page reads and submits without it.
const $ = (selector, from = document) => from.querySelector(selector);
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];

const menu = $('.btn.menu');
if (menu) {
  menu.setAttribute('aria-expanded', 'false');
  menu.addEventListener('click', event => {
    event.preventDefault();
    menu.setAttribute('aria-expanded', $('.nav').classList.toggle('open'));
  });
}

// The bar at the bottom opens when rows are chosen and names them; X chooses the current row, Escape none.
const bar = $('[data-bulk]');
const boxes = bar ? $$('input[form=bulk][name=item]') : [];
const tell = () => {
  const chosen = boxes.filter(box => box.checked);
  for (const box of boxes) box.closest('tr').classList.toggle('sel', box.checked);
  if (bar) bar.hidden = !chosen.length;
  if (chosen.length) $('[data-chosen]', bar).textContent = chosen.map(box => box.value).join($('[data-chosen]', bar).dataset.comma);
};
for (const box of boxes) box.addEventListener('change', tell);
tell();

const problems = $('#problems');
if (problems) problems.focus();

// A filter takes effect when it is chosen; without script the button does it.
for (const form of $$('form[data-auto]')) {
  for (const field of $$('select', form)) field.addEventListener('change', () => form.requestSubmit());
}

// J, K: move; Enter: open; /: find. Only outside fields.
const rows = $$('[data-row]');
let current = -1;
const go = step => {
  if (!rows.length) return;
  current = Math.max(0, Math.min(rows.length - 1, current + step));
  rows.forEach(row => row.classList.remove('cur'));
  rows[current].classList.add('cur');
  rows[current].scrollIntoView({ block: 'nearest' });
};
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || /INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) return;
  const act = {
    j: () => go(1),
    k: () => go(-1),
    Enter: () => current >= 0 && event.target === document.body && $('a', rows[current]).click(),
    x: () => { const box = current >= 0 && $('input[type=checkbox]', rows[current]); if (box) { box.checked = !box.checked; tell(); } },
    Escape: () => { for (const box of boxes) box.checked = false; tell(); },
    '/': () => { const find = $$('input[type=search]').find(field => field.offsetParent); if (find) { event.preventDefault(); find.focus(); } },
  }[event.key];
  if (act) act();
});

// What is typed is kept every ten seconds; sending is what counts.
for (const form of $$('form[data-autosave]')) {
  let changed = false;
  form.addEventListener('input', () => { changed = true; });
  setInterval(async () => {
    if (!changed) return;
    changed = false;
    try {
      const body = new FormData(form);
      for (const input of $$('input[type=file]', form)) body.delete(input.name); // files go with the sending
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body });
      if (answer.ok) $('[data-saved]', form).textContent = await answer.text();
      else changed = true;
    } catch { changed = true; }
  }, 10000);
}

for (const button of $$('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const text = document.getElementById(button.dataset.copy);
    text.select();
    await navigator.clipboard.writeText(text.value);
    button.textContent = button.dataset.done;
  });
}
