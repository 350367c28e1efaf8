// The demo as somebody starts it, and what a person does on its page.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './project.js';

const PATIENCE = 600_000;

/**
 * Resolves when the candidates are through; the address is that of what is served first.
 *
 * @param profiles of Maven
 */
export async function startDemo(profiles = [], patience = PATIENCE) {
  const child = spawn('./mvnw', ['--batch-mode', '-q', ...profiles.map((one) => `-P${one}`), 'spring-boot:test-run'], {
    cwd: root(),
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  const demo = {
    printed: () => printed,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      process.kill(-child.pid, 'SIGINT');
      await ended;
    },
  };
  const end = Date.now() + patience;
  while (!printed.includes('Ctrl')) {
    if (child.exitCode !== null || Date.now() > end) {
      throw new Error(`the demo did not start:\n${printed}`);
    }
    await pause(200);
  }
  demo.address = /http:\/\/localhost:\d+/.exec(printed)[0];
  return demo;
}

/** The page, and faults that nobody provoked. */
export async function openPage(browser, address, viewport, features = []) {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  await page.emulateMediaFeatures(features);
  page.setDefaultTimeout(60_000);
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('422')) {
      page.faults.push(message.text());
    }
  });
  await page.goto(address);
  await page.waitForSelector('#diagram [data-element-id=submitDelivery]');
  return page;
}

/** The row of the newest instance of this name. */
export const row = (page, name, expected) =>
  page.waitForFunction(
    (name, expected) => {
      const row = [...document.querySelectorAll('#instances tr')].find((one) => one.cells[0].innerText === name);
      return row?.cells[2].innerText.includes(expected);
    },
    {},
    name,
    expected,
  );

/** The card of what waits for a person about somebody. */
export const card = (page, name, expected) =>
  page.waitForFunction(
    (name, expected) =>
      [...document.querySelectorAll('.card')].find(
        (one) => one.querySelector('h3 button').innerText === name && one.innerText.includes(expected),
      ),
    {},
    name,
    expected,
  );

/** Presses the button with these words, once it can be pressed. */
export async function press(page, within, words) {
  const button = await page.waitForFunction(
    (within, words) =>
      [...(typeof within === 'string' ? document.querySelector(within) : within).querySelectorAll('button:enabled')].find((one) =>
        one.innerText.includes(words),
      ),
    {},
    within,
    words,
  );
  await button.click();
}

/** Writes into a field of the form that is open, in place of what is there. */
export async function write(page, label, text) {
  const field = await page.waitForSelector(`dialog ::-p-aria([name="${label}"])`);
  await field.evaluate((one) => one.select());
  await field.type(text);
}

export async function closed(page) {
  await page.waitForFunction(() => !document.querySelector('#dialog').open);
}
