(() => {
  'use strict';
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  let parsed;
  const data = () => parsed ??= JSON.parse($('#data').textContent);

  /* An element with classes and children; strings become text, so nothing is ever read as HTML. */
  const el = (tag, css, ...children) => {
    const element = document.createElement(tag);
    if (css) element.className = css;
    element.append(...children.filter(child => child !== null && child !== ''));
    return element;
  };

  /* ---- theme ---- */
  const theme = $('#theme');
  const dark = () => (document.documentElement.style.colorScheme
      || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const label = () => { theme.textContent = dark() ? 'Light' : 'Dark'; };
  const remember = value => { try { localStorage.setItem('tokki-theme', value); } catch { /* a file may not store */ } };
  try { document.documentElement.style.colorScheme = localStorage.getItem('tokki-theme') ?? ''; } catch { /* as above */ }
  theme.hidden = false;
  label();
  theme.addEventListener('click', () => {
    document.documentElement.style.colorScheme = dark() ? 'light' : 'dark';
    remember(document.documentElement.style.colorScheme);
    label();
  });

  /* ---- filter and search ---- */
  const rows = $$('.matrix tbody tr');
  const search = $('#search'), chapter = $('#chapter'), chips = $$('.chips button');
  const tools = $('.tools');
  tools.hidden = false;
  new ResizeObserver(() => {
    const above = getComputedStyle(tools).position === 'sticky' ? tools.offsetHeight : 0;
    document.documentElement.style.setProperty('--tools', `${above}px`);
  }).observe(tools);
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const pressed = chips.filter(chip => chip.ariaPressed === 'true').map(chip => chip.dataset.only);
    const differing = pressed.includes('differs');
    const only = pressed.filter(wanted => wanted !== 'differs');
    let shown = 0;
    for (const row of rows) {
      const verdicts = row.dataset.verdicts.split(' ');
      const fits = words.every(word => row.dataset.sought.includes(word))
          && (!chapter.value || row.closest('.chapter').dataset.chapter === chapter.value)
          && (!differing || verdicts.includes('differs'))
          && (!only.length || only.some(wanted => verdicts.includes(wanted)));
      row.hidden = !fits;
      if (row.detail) row.detail.hidden = !fits;
      shown += fits;
    }
    for (const section of $$('.chapter')) {
      section.hidden = $$('tbody tr:not(.detail)', section).every(row => row.hidden);
    }
    $('#shown').textContent = shown === rows.length ? `${shown} tests` : `${shown} of ${rows.length} tests`;
    $('#none').hidden = shown > 0;
  };
  const reset = () => {
    search.value = chapter.value = '';
    chips.forEach(chip => { chip.ariaPressed = 'false'; });
    filter();
  };
  search.addEventListener('input', filter);
  chapter.addEventListener('change', filter);
  tools.addEventListener('submit', event => event.preventDefault());
  chips.forEach(chip => chip.addEventListener('click', () => {
    chip.ariaPressed = chip.ariaPressed === 'true' ? 'false' : 'true';
    filter();
  }));
  $('#reset').addEventListener('click', reset);

  /* ---- detail of a test ---- */
  const duration = micros => micros < 1000 ? `${micros} µs` : `${(micros / 1000).toFixed(1)} ms`;

  const reason = why => el('span', 'why', `${why.subject}: ${why.rule} (section ${why.section}) ${why.remedy}`);

  const call = ([fn, args, returned, outputs, micros, , application, why]) => {
    const text = data().texts;
    const ok = text[returned] === 'CKR_OK';
    const item = el('li', '',
        application > 1 ? el('span', 'application', `application ${application}`) : '',
        el('b', '', text[fn]), el('span', 'args', `(${text[args]})`), ' ',
        el('span', ok ? 'ok' : 'not', text[returned] === '-' ? 'no answer' : text[returned]),
        text[outputs] ? el('span', 'out', `  ${text[outputs]}`) : '',
        why ? reason(why) : '');
    item.title = duration(micros);
    return item;
  };

  const calls = list => {
    const fold = (title, some) => {
      const details = el('details', '', el('summary', '', title), el('ol', 'calls', ...some.map(call)));
      return details;
    };
    const prepared = list.findIndex(entry => !entry[5]);
    const setUp = prepared < 0 ? list : list.slice(0, prepared);
    const rest = prepared < 0 ? [] : list.slice(prepared);
    return [
      setUp.length ? fold(setUp.length === 1 ? '1 call to set up' : `${setUp.length} calls to set up`, setUp) : '',
      rest.length ? el('ol', 'calls', ...rest.map(call)) : '',
    ];
  };

  const finding = found => el('dl', '',
      el('dt', '', 'Looked at'), el('dd', '', found.subject),
      el('dt', '', 'Specified'), el('dd', '', found.expected),
      el('dt', '', 'Found'), el('dd', '', found.actual),
      ...(found.why ? [el('dt', '', 'Its reason'), el('dd', '', reason(found.why))] : []));

  const panel = result => {
    const module = data().modules[result.module];
    const look = data().looks[result.verdict];
    return el('section', 'panel',
        el('h4', '', module, el('span', `verdict ${look.css}`, `${look.symbol} ${look.label}`)),
        result.detail && !result.findings.length ? el('p', '', result.detail) : '',
        ...result.findings.map(finding),
        result.note ? el('p', 'note', result.note) : '',
        ...calls(result.calls),
        result.micros ? el('p', 'source', duration(result.micros)) : '');
  };

  const toggle = (row, open) => {
    const button = $('.rule', row);
    if (open === (button.ariaExpanded === 'true')) return;
    button.ariaExpanded = String(open);
    row.classList.toggle('open', open);
    if (!open) {
      row.detail.remove();
      row.detail = null;
      return;
    }
    const cell = el('td', '', el('div', 'panels', ...data().results[row.id].filter(result => result.verdict !== 'SKIPPED').map(panel)),
        el('p', 'source', `Test ${data().sources[row.id]}`));
    cell.colSpan = row.cells.length;
    row.detail = el('tr', 'detail', cell);
    row.after(row.detail);
  };

  for (const row of rows) {
    row.addEventListener('click', event => {
      if (String(getSelection()) && !event.target.closest('button')) return;
      toggle(row, $('.rule', row).ariaExpanded !== 'true');
    });
  }
  const follow = () => {
    const row = rows.find(candidate => candidate.id === decodeURIComponent(location.hash.slice(1)));
    if (row) {
      if (row.hidden) reset();
      toggle(row, true);
      row.scrollIntoView();
    }
  };
  addEventListener('hashchange', follow);
  filter();
  follow();
})();
