/**
 * The page's script. It filters the requirements, keeps the filter in the address, opens the one that the address names, and
 * opens what matters for printing. The page is complete without it. It never writes HTML, and must not contain the end tag of
 * a script.
 */
export const SCRIPT = `'use strict';
(() => {
  const form = document.getElementById('section-filters');
  const fields = ['text', 'kind', 'level', 'area'];
  const requirements = [...document.querySelectorAll('details.requirement')].map((item) => ({
    item,
    kind: item.dataset.kind,
    level: item.dataset.level,
    area: item.closest('section.area').dataset.area,
    text: item.querySelector('summary').textContent.toLowerCase(),
  }));
  const areas = [...document.querySelectorAll('section.area')];
  const attention = new Set(['fail', 'waived', 'inconclusive', 'error']);

  const apply = () => {
    const words = form.elements.text.value.toLowerCase().split(' ').filter((word) => word !== '');
    const kind = form.elements.kind.value;
    const level = form.elements.level.value;
    const area = form.elements.area.value;
    let shown = 0;
    for (const one of requirements) {
      const match =
        (kind === '' || one.kind === kind || (kind === 'attention' && attention.has(one.kind))) &&
        (level === '' || one.level === level) &&
        (area === '' || one.area === area) &&
        words.every((word) => one.text.includes(word));
      one.item.hidden = !match;
      if (match) shown += 1;
    }
    for (const section of areas) section.hidden = section.querySelector('details.requirement:not([hidden])') === null;
    form.elements.shown.value = shown === requirements.length
      ? requirements.length + ' requirements'
      : shown + ' of ' + requirements.length + ' shown';
    form.classList.toggle('narrowed', shown !== requirements.length);
  };

  const remember = () => {
    const chosen = new URLSearchParams();
    for (const name of fields) if (form.elements[name].value !== '') chosen.set(name, form.elements[name].value);
    try {
      history.replaceState(null, '', '#' + (chosen.size === 0 ? '' : '?' + chosen));
    } catch {
      // Some browsers refuse this for files: the filter still works.
    }
  };

  const reveal = () => {
    if (location.hash.startsWith('#?')) {
      const chosen = new URLSearchParams(location.hash.slice(2));
      for (const name of fields) form.elements[name].value = chosen.get(name) ?? '';
      for (const name of ['kind', 'level', 'area']) if (form.elements[name].value === '') form.elements[name].value = '';
      apply();
      return;
    }
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
        for (const name of fields) form.elements[name].value = '';
        apply();
      }
    }
    for (let around = named.closest('details'); around !== null; around = around.parentElement.closest('details')) {
      around.open = true;
    }
    named.scrollIntoView();
    const target = named.tagName === 'DETAILS' ? named.querySelector('summary') : named;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };

  form.hidden = false;
  form.addEventListener('input', () => {
    apply();
    remember();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => {
    apply();
    remember();
  }));
  form.elements.openFailures.addEventListener('click', () => {
    for (const { item, kind } of requirements) if (kind === 'fail' || kind === 'waived') item.open = true;
  });
  form.elements.closeAll.addEventListener('click', () => {
    for (const { item } of requirements) item.open = false;
  });
  for (const unit of document.querySelectorAll('[data-id]')) {
    unit.addEventListener('click', () => {
      location.hash = encodeURIComponent(unit.dataset.id);
    });
  }
  apply();
  addEventListener('hashchange', reveal);
  // Once more when the browser has gone there itself: it takes the focus away.
  addEventListener('load', () => setTimeout(reveal));
  reveal();

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details.matters:not([open])')];
    for (const item of opened) item.open = true;
  });
  addEventListener('afterprint', () => {
    for (const item of opened) item.open = false;
    opened = [];
  });
})();
`;
