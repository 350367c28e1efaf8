// The Chromium of this machine, one for each file of checks.
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const NAMES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function chromium() {
  const found = [process.env.CHROMIUM, ...NAMES].find((path) => path && existsSync(path));
  if (!found) {
    throw new Error('Chromium is missing: install it (apt-get install chromium), or set CHROMIUM to its path.');
  }
  return found;
}

export function launch() {
  return puppeteer.launch({
    executablePath: chromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--allow-file-access-from-files',
    ],
  });
}

/** Opens one of pages/; what goes wrong in it, goes wrong in the check. */
export async function open(browser, name, viewport) {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  page.setDefaultTimeout(30_000);
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      page.faults.push(message.text());
    }
  });
  await page.goto(new URL(`../pages/${name}.html`, import.meta.url).href);
  return page;
}
