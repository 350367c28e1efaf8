// A request to Feishu and its reply; both open with a click.
import { h } from './dom.js';
import { say } from './words.js';

export function exchange(one, open = false) {
  return h(
    'details',
    { class: 'exchange', open },
    h(
      'summary',
      {},
      h('code', {}, `${one.method} ${one.path}`),
      h('span', { class: `status ${one.status === 200 ? 'good' : 'bad'}` }, one.status ? String(one.status) : '—'),
    ),
    h('h5', {}, say('exchange.request')),
    h('pre', {}, JSON.stringify(one.body, null, 2)),
    h('h5', {}, say('exchange.reply')),
    h('pre', {}, one.status ? one.reply || say('exchange.empty') : say('exchange.none')),
    h('p', { class: 'hint' }, `log_id ${one.logId}`),
  );
}
