// What was deployed: processes with the names of their elements, and forms.
import { get } from './net.js';
import { changed, state } from './store.js';
import { family, language } from './words.js';

const texts = new Map();
const models = new Map();

export function text(key) {
  if (!texts.has(key)) {
    texts.set(key, get(`/deployed/${key}`));
  }
  return texts.get(key);
}

/** The families of processes, those of newcomers first. */
export function families() {
  const latest = new Map();
  for (const one of state.deployed.filter((one) => !one.form)) {
    latest.set(family(one.id), Math.max(latest.get(family(one.id)) ?? 0, state.deployed.indexOf(one)));
  }
  return [...latest.keys()];
}

/** The newest edition of a family in the language of the page, or else in the other one. */
export function edition(name) {
  const all = state.deployed.filter((one) => !one.form && family(one.id) === name);
  const ours = all.filter((one) => (one.id !== name) === (language() !== 'en'));
  return (ours.length ? ours : all).at(-1);
}

export function formById(id) {
  return state.deployed.filter((one) => one.form && one.id === id).at(-1);
}

/** Reads a model; null until it is there. */
export function model(deployed) {
  if (!deployed) {
    return null;
  }
  if (!models.has(deployed.key)) {
    models.set(deployed.key, null);
    text(deployed.key).then((xml) => {
      models.set(deployed.key, read(xml));
      changed();
    });
  }
  return models.get(deployed.key);
}

function read(xml) {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const names = new Map();
  let name = '';
  let startForm = null;
  for (const element of document.getElementsByTagName('*')) {
    const id = element.getAttribute('id');
    if (id && element.getAttribute('name')) {
      names.set(id, element.getAttribute('name').replace(/\s+/g, ' '));
    }
    if (element.localName === 'process' && element.getAttribute('isExecutable') === 'true') {
      name = element.getAttribute('name') ?? id;
    }
    if (element.localName === 'formDefinition' && element.parentElement.parentElement.localName === 'startEvent') {
      startForm = element.getAttribute('formId');
    }
  }
  return { xml, name, names, startForm };
}

/** What an element is called in the language of the page. */
export function nameOf(process, element) {
  return model(edition(family(process)))?.names.get(element) ?? element;
}

export function processName(name) {
  return model(edition(name))?.name || name;
}
