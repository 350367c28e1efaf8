// Feishu's side, which here is the sandbox: what it has, what it was asked, and how it behaves.
import { show } from './dialog.js';
import { byId, h, sync } from './dom.js';
import { exchange } from './exchange.js';
import { get, post } from './net.js';
import { changed, state } from './store.js';
import { language, say } from './words.js';

const MOODS = ['WELL', 'DOWN', 'SLOW', 'THROTTLING'];
const TABS = ['requests', 'applications', 'users', 'resumes'];
let tab = 'requests';
let drawn = '';

export function startFeishu() {
  byId('revoke').addEventListener('click', async () => {
    await post('/feishu/revoke');
    byId('mood-hint').textContent = say('revoked');
  });
  byId('tabs').addEventListener('keydown', ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step) {
      tab = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
      updateFeishu();
      byId(`tab-${tab}`).focus();
    }
  });
}

export function updateFeishu() {
  const { feishu } = state;
  if (!feishu) {
    return;
  }
  const look = `${feishu.mood}${language()}`;
  if (drawn !== look) {
    drawn = look;
    byId('moods').replaceChildren(...MOODS.map((mood) => choice(mood, feishu.mood)));
    byId('mood-hint').textContent = say(`mood.${feishu.mood}.hint`);
  }
  sync(byId('tabs'), TABS, (name) => name, (name) => `${tab === name}${label(name)}`, tabButton);
  byId('tab-panel').setAttribute('aria-labelledby', `tab-${tab}`);
  sync(byId('tab-panel'), rows(feishu), (row) => row.key, (row) => JSON.stringify([row, language()]), line);
}

function choice(mood, now) {
  return h(
    'label',
    { class: `mood ${mood.toLowerCase()}` },
    h('input', {
      type: 'radio',
      name: 'mood',
      value: mood,
      checked: mood === now,
      onchange: () => post('/feishu/mood', { mood }),
    }),
    h('span', {}, say(`mood.${mood}`)),
  );
}

const label = (name) => say(`tab.${name}`, name === 'requests' ? '' : state.feishu[name].length);

function tabButton(name) {
  return h(
    'button',
    {
      role: 'tab',
      id: `tab-${name}`,
      'aria-selected': String(tab === name),
      'aria-controls': 'tab-panel',
      tabindex: tab === name ? 0 : -1,
      onclick: () => {
        tab = name;
        changed();
      },
    },
    label(name),
  );
}

function rows(feishu) {
  return feishu[tab].map((one) => ({ key: `${tab}-${one.logId ?? one.id}`, tab, ...one }));
}

function line(row) {
  switch (row.tab) {
    case 'requests':
      return h(
        'button',
        { class: 'request', onclick: async () => show(`${row.method} ${short(row.path)}`, exchange(await get(`/requests/${row.logId}`), true)) },
        h('span', { class: 'time' }, row.at.slice(11, 19)),
        h('code', {}, `${row.method} ${short(row.path)}`),
        h('span', { class: `status ${row.status === 200 ? 'good' : 'bad'}` }, row.status ? String(row.status) : '—'),
      );
    case 'applications':
      return h('div', { class: 'entry' }, h('b', {}, row.name), ...progress(row), h('code', {}, row.id));
    case 'users':
      return h('div', { class: 'entry' }, h('b', {}, row.name), h('code', {}, row.externalId));
    default:
      return h('div', { class: 'entry' }, h('b', {}, row.name), h('span', {}, `${row.size} B`));
  }
}

/** How far an application is, and a way to move it on, as a recruiter would in Feishu. */
function progress({ id, name, stage }) {
  if (!stage) {
    return [];
  }
  const where = language() === 'zh-CN' ? stage.zhName : stage.enName;
  return [
    h('span', { class: 'stage' }, stage.active ? where : say('stage.ended', where)),
    stage.active &&
      h(
        'button',
        { class: 'link', 'aria-label': say('stage.next.of', name), onclick: () => post(`/feishu/applications/${id}/next`) },
        say('stage.next'),
      ),
  ].filter(Boolean);
}

/** Without what all paths share and without the ids in them. */
const short = (path) => path.replace(/^\/open-apis\//, '').replace(/\/(\d{10,}|[0-9a-f]{20,})(?=\/|$)/g, '/…');
