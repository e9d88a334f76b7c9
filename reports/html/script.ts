/**
 * The page's script. It filters the requirements, opens the one that the address names, and opens everything for printing.
 * The page is complete without it. It never writes HTML, and must not contain the end tag of a script.
 */
export const SCRIPT = `'use strict';
(() => {
  const form = document.getElementById('section-filters');
  const requirements = [...document.querySelectorAll('details.requirement')];
  const areas = [...document.querySelectorAll('section.area')];
  const texts = new Map(requirements.map((item) => [item, item.querySelector('summary').textContent.toLowerCase()]));

  const apply = () => {
    const text = form.elements.text.value.trim().toLowerCase();
    const verdict = form.elements.verdict.value;
    const level = form.elements.level.value;
    let shown = 0;
    for (const item of requirements) {
      const match =
        (verdict === '' || item.dataset.verdict === verdict) &&
        (level === '' || item.dataset.level === level) &&
        (text === '' || texts.get(item).includes(text));
      item.hidden = !match;
      if (match) shown += 1;
    }
    for (const area of areas) area.hidden = !area.querySelector('details.requirement:not([hidden])');
    form.elements.shown.value = shown + ' of ' + requirements.length + ' shown';
  };
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();

  const reveal = () => {
    let id;
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const named = id === '' ? null : document.getElementById(id);
    if (named === null) return;
    const item = named.closest('details.requirement');
    if (item !== null) {
      if (item.hidden) {
        form.reset();
        apply();
      }
      item.open = true;
    }
    named.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    for (const item of opened) item.open = true;
  });
  addEventListener('afterprint', () => {
    for (const item of opened) item.open = false;
  });
})();
`;
