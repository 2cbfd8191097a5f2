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

const problems = $('#problems');
if (problems) problems.focus();

// A filter takes effect when it is chosen; without script the button does it.
for (const form of $$('form[data-auto]')) {
  for (const field of $$('select', form)) field.addEventListener('change', () => form.requestSubmit());
}

// Single keys act outside fields only, and can be turned off on the help page. N, P: differences; J, K: rows; X: select; Enter: open; G, then O, L or M: go to a page.
const kept = name => { try { return localStorage.getItem(name); } catch { return null; } };
const rows = $$('[data-row],[data-diff]');
let current = -1, going = false;
const mark = at => {
  rows.forEach(row => row.classList.remove('cur'));
  current = at;
  if (!rows[at]) return;
  rows[at].classList.add('cur');
  rows[at].scrollIntoView({ block: 'nearest' });
};
const move = (step, kind) => {
  for (let at = current + step; at >= 0 && at < rows.length; at += step) {
    if (rows[at].matches(kind) && rows[at].offsetParent) return mark(at);
  }
};
const escape = field => {
  if (field.type === 'search') { field.value = ''; field.blur(); }
  else if ($('.nav.open')) menu.click();
  else mark(-1);
};
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') return escape(event.target);
  if (/INPUT|SELECT|TEXTAREA/.test(event.target.tagName) && event.target.type !== 'checkbox' || kept('keys') === 'off') return;
  const to = going && $(`.nav a[data-go="${event.key}"]`);
  going = event.key === 'g';
  if (to) return to.click();
  const act = {
    j: () => move(1, '[data-row]'),
    k: () => move(-1, '[data-row]'),
    n: () => move(1, '[data-diff]'),
    p: () => move(-1, '[data-diff]'),
    x: () => current >= 0 && $('input[type=checkbox]', rows[current])?.click(),
    Enter: () => current >= 0 && event.target === document.body && $('a', rows[current])?.click(),
    '?': () => $('a[data-help]').click(),
    '/': () => { const find = $$('input[type=search]').find(field => field.offsetParent); if (find) { event.preventDefault(); find.focus(); } },
  }[event.key];
  if (act) act();
});
for (const button of $$('[data-keys]')) {
  const say = () => { button.textContent = kept('keys') === 'off' ? button.dataset.on : button.dataset.off; };
  button.hidden = false;
  button.addEventListener('click', () => { localStorage.setItem('keys', kept('keys') === 'off' ? 'on' : 'off'); say(); });
  say();
}

// What is typed is kept every ten seconds; sending is what counts.
for (const form of $$('form[data-autosave]')) {
  let changed = false;
  form.addEventListener('input', () => { changed = true; });
  setInterval(async () => {
    if (!changed) return;
    changed = false;
    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body: new FormData(form) });
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
