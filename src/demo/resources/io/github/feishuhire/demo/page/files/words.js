// What the page says, in the language that was chosen.
import { get } from './net.js';

let words = {};
let current = document.documentElement.lang;

export const language = () => current;

/** The words under a key, with %1$s … filled in; empty when nobody has words for it. */
export function say(key, ...values) {
  return (words[key] ?? '').replace(/%(\d)\$s/g, (_, place) => values[place - 1]).replaceAll('%%', '%');
}

export async function speak(wanted) {
  words = await get(`/words/${wanted}`);
  current = wanted;
  document.documentElement.lang = wanted;
  document.title = say('title');
  for (const element of document.querySelectorAll('[data-say]')) {
    element.textContent = say(element.dataset.say);
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', say(element.dataset.label));
    element.title = element.localName === 'button' ? say(element.dataset.label) : '';
  }
  for (const element of document.querySelectorAll('[data-language]')) {
    element.setAttribute('aria-pressed', element.dataset.language === wanted);
  }
}

/** The process in the other language has the same elements: both are shown as one. */
export const family = (process) => process.replace(/-zh-CN$/, '');
