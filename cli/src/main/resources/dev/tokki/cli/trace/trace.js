(() => {
  'use strict';
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const { applications, calls } = JSON.parse($('#data').textContent);

  /* An element with classes and children; strings become text, so nothing is ever read as HTML. */
  const el = (tag, css, ...children) => {
    const element = document.createElement(tag);
    if (css) element.className = css;
    element.append(...children.filter(child => child !== null && child !== ''));
    return element;
  };
  const STATES = {
    '': ['s-none', 'no session'],
    CKS_RO_PUBLIC_SESSION: ['s-ro-public', 'R/O public'],
    CKS_RW_PUBLIC_SESSION: ['s-rw-public', 'R/W public'],
    CKS_RO_USER_FUNCTIONS: ['s-ro-user', 'R/O user'],
    CKS_RW_USER_FUNCTIONS: ['s-rw-user', 'R/W user'],
    CKS_RW_SO_FUNCTIONS: ['s-so', 'R/W SO'],
  };
  const css = state => (STATES[state] ?? STATES[''])[0];
  const took = nanos => nanos < 0 ? '' : nanos < 1e6 ? `${Math.floor(nanos / 1e3)} µs`
      : nanos < 1e9 ? `${(nanos / 1e6).toFixed(1)} ms` : `${(nanos / 1e9).toFixed(2)} s`;
  const laneKey = call => `${call.app}/${call.session}`;
  const laneName = call => (applications.length > 1 ? applications[call.app] + ' · ' : '')
      + (call.session ? `session ${call.session}` : 'no session');

  /* ---- failures ---- */
  const failed = calls.filter(call => !call.ok);
  $('#failed').hidden = failed.length === 0;
  /* The same failure of the same kind of call is told once, those that come most often first folded after a few. */
  const kinds = new Map();
  for (const call of failed) {
    const about = call.about.replace(/"[^"]*"|\d+/g, '#');
    const kind = [call.fn, call.rv, call.why ? call.why.rule : about].join('|');
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push(call);
  }
  const linkTo = (call, text) => {
    const link = el('a', '', text);
    link.href = `#call-${call.n}`;
    return link;
  };
  const failure = ([call, ...others]) => el('li', '', el('span', 'rv', call.rv), linkTo(call, `${call.n}: ${call.fn}`),
      others.length ? el('span', 'again', ` and ${others.length} more: `, ...others.slice(0, 5).flatMap(each => [linkTo(each, String(each.n)), ' ']), others.length > 5 ? '…' : '') : null,
      call.why ? el('p', '', `${call.why.subject}: ${call.why.rule} `, el('span', 'section', `section ${call.why.section}`)) : el('p', 'remedy', call.about),
      call.why ? el('p', 'remedy', call.why.remedy) : null);
  const groups = [...kinds.values()];
  groups.slice(0, 12).forEach(group => $('.failures').append(failure(group)));
  if (groups.length > 12) {
    const rest = el('ol', 'failures', ...groups.slice(12).map(failure));
    const fold = el('details', '', el('summary', '', `${groups.length - 12} other kinds of failure`), rest);
    $('#failed').append(fold);
  }

  /* ---- time line: a column for each call, a lane for each session ---- */
  const lanes = new Map();
  calls.forEach((call, index) => {
    const key = laneKey(call);
    if (!lanes.has(key)) lanes.set(key, { name: laneName(call), blocks: [] });
    lanes.get(key).blocks.push([index, call]);
  });
  const width = Math.max(1, Math.min(18, 840 / Math.max(1, calls.length)));
  for (const lane of lanes.values()) {
    const track = el('div', 'track');
    track.style.width = `${calls.length * width}px`;
    const place = (element, from, count) => {
      element.style.left = `${from * width}px`;
      element.style.width = `${count * width}px`;
      track.append(element);
    };
    let next = 0, state = null;
    for (const [index, call] of lane.blocks) {
      if (index > next) {
        const gap = el('button', state === null ? 'empty' : `gap ${css(state)}`);
        gap.tabIndex = -1;
        place(gap, next, index - next);
      }
      const block = el('button', `${css(call.state)}${call.ok ? '' : ' failed'}`);
      block.type = 'button';
      block.title = `${call.n}: ${call.fn} = ${call.rv}`;
      block.setAttribute('aria-label', block.title);
      block.addEventListener('click', () => open(call.n));
      place(block, index, 1);
      next = index + 1;
      state = call.session && call.fn !== 'C_CloseSession' ? call.state : null;
    }
    $('.lanes').append(el('div', 'lane', el('span', '', lane.name), track));
  }
  const seen = new Set(calls.map(call => call.state in STATES ? call.state : ''));
  for (const [state, [look, name]] of Object.entries(STATES)) {
    if (seen.has(state)) $('.states').append(el('li', look, name));
  }

  /* ---- calls ---- */
  const list = $('.made');
  const rows = calls.map(call => {
    const head = el('button', 'head',
        el('span', 'n', String(call.n)), el('span', 'fn', call.fn, call.query ? el('small', '', ' length?') : null),
        el('span', 'about', call.about), el('span', 'rv', call.rv), el('span', 'took', took(call.nanos)));
    head.type = 'button';
    head.setAttribute('aria-expanded', 'false');
    const row = el('li', `${css(call.state)}${call.ok ? '' : ' failed'}${call.query ? ' query' : ''}`, head);
    row.id = `call-${call.n}`;
    head.addEventListener('click', () => toggle(row, call));
    list.append(row);
    const sought = JSON.stringify([call.fn, call.rv, call.args, call.outs, call.why, call.about]).toLowerCase();
    return { row, call, sought };
  });
  const table = pairs => el('table', '', ...pairs.map(([name, text]) => el('tr', '', el('th', '', name), el('td', '', text))));
  const detail = call => el('div', 'detail',
      call.why ? el('div', 'why', el('p', '', el('b', '', call.why.subject), `: ${call.why.rule} `, el('span', 'section', `section ${call.why.section}`)), el('p', '', call.why.remedy)) : null,
      el('h4', '', 'Arguments'), call.args.length ? table(call.args) : 'none',
      el('h4', '', 'Outputs'), call.outs.length ? table(call.outs) : 'none',
      el('h4', '', `${applications[call.app]} · thread ${call.thread} · ${(call.at / 1e6).toFixed(6)} s after the first call · ${STATES[call.state]?.[1] ?? ''} · ${call.fn}: section ${call.section}`));
  const toggle = (row, call, show = !$('.detail', row)) => {
    $('.detail', row)?.remove();
    if (show) row.append(detail(call));
    $('.head', row).setAttribute('aria-expanded', String(show));
  };
  const open = number => {
    const found = rows.find(each => each.call.n === number);
    found.row.hidden = false;
    toggle(found.row, found.call, true);
    found.row.scrollIntoView({ block: 'center' });
  };

  /* ---- filter ---- */
  const search = $('#search'), session = $('#session');
  let only = false, queries = false;
  for (const [key, lane] of lanes) {
    const option = el('option', '', lane.name);
    option.value = key;
    session.append(option);
  }
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, call, sought } of rows) {
      row.hidden = (only && call.ok) || (!queries && call.query) || (session.value && laneKey(call) !== session.value)
          || !words.every(word => sought.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    $('#shown').textContent = `${shown} of ${calls.length}`;
  };
  search.addEventListener('input', filter);
  session.addEventListener('change', filter);
  for (const chip of $$('.chips button')) {
    chip.addEventListener('click', () => {
      if (chip.dataset.show === 'queries') {
        queries = !queries;
        chip.setAttribute('aria-pressed', String(queries));
      } else {
        only = chip.dataset.show === 'failed';
        $$('.chips button:not([data-show=queries])').forEach(each => each.setAttribute('aria-pressed', String(each === chip)));
      }
      filter();
    });
  }
  filter();
  const go = () => { const at = /^#call-(\d+)$/.exec(location.hash); if (at) open(Number(at[1])); };
  addEventListener('hashchange', go);
  go();
})();
