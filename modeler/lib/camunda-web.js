// Tasklist and Operate 8.6, used by what stands on the screen.

/** Opens one of them for somebody who logs in as the demo says. */
export async function logIn(browser, address, application, viewport) {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  page.setDefaultTimeout(120_000);
  await page.goto(`${address}/${application}`);
  await (await page.waitForSelector('input[name=username]')).type('demo');
  await (await page.waitForSelector('input[name=password]')).type('demo');
  await page.click('button[type=submit]');
  await page.waitForFunction(() => !document.querySelector('input[name=password]'));
  return page;
}

/** Presses the button with these words as soon as it can be pressed. */
export async function press(page, words) {
  const button = await page.waitForFunction(
    (words) =>
      [...document.querySelectorAll('button')].findLast(
        (one) =>
          [one.innerText.trim(), one.ariaLabel, one.title].includes(words) && !one.disabled && one.checkVisibility(),
      ),
    {},
    words,
  );
  await button.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  await button.click();
}

/** Starts a process under Processes; returns when its form is there. */
export async function startProcess(page, address, name) {
  await page.goto(`${address}/tasklist/processes`);
  const isFirstTime = await page
    .waitForFunction(() => document.querySelector('.cds--modal.is-visible button.cds--btn--primary'), { timeout: 5000 })
    .catch(() => null);
  if (isFirstTime) {
    await press(page, 'Continue');
    await page.waitForFunction(() => !document.querySelector('.cds--modal.is-visible'));
  }
  const tile = await page.waitForFunction(
    (name) => [...document.querySelectorAll('[data-testid="process-tile"]')].find((one) => one.querySelector('h4').innerText === name),
    {},
    name,
  );
  await (await tile.$('button')).click();
  await page.waitForSelector('.fjs-form input');
}

/** Opens the tasks of this name one by one until the form is about somebody, and takes it. */
export async function takeTask(page, address, task, person) {
  for (;;) {
    await page.goto(`${address}/tasklist`);
    const links = await page.waitForSelector('a [data-testid^="task-"]').then(() =>
      page.$$eval('a:has([data-testid^="task-"])', (all, task) => all.filter((one) => one.innerText.startsWith(task)).map((one) => one.href), task),
    );
    for (const link of links) {
      await page.goto(link);
      // It is shown before its variables are.
      await page.waitForSelector('.fjs-form a[href^="mailto:"]');
      if ((await page.$eval('.fjs-form', (one) => one.innerText)).includes(person)) {
        if (await page.evaluate(() => [...document.querySelectorAll('button')].some((one) => one.innerText.trim() === 'Assign to me'))) {
          await press(page, 'Assign to me');
        }
        await page.waitForFunction(() => !document.querySelector('.fjs-form input[readonly]'));
        return;
      }
    }
  }
}

const label = (words) => `.fjs-form ::-p-xpath(.//label[starts-with(normalize-space(.), "${words}")])`;

/** Writes into a field of the form, in place of what is there. */
export async function write(page, words, text) {
  const id = await (await page.waitForSelector(label(words))).evaluate((one) => one.htmlFor);
  const field = await page.waitForSelector(`[id="${id}"]`);
  await field.evaluate((one) => one.select());
  await field.type(text);
}

export async function tick(page, words) {
  await (await page.waitForSelector(label(words))).click();
}

/** Takes one of a list. */
export async function choose(page, words, answer) {
  const id = await (await page.waitForSelector(label(words))).evaluate((one) => one.htmlFor);
  await page.click(`[id="${id}"]`);
  const option = await page.waitForFunction(
    (answer) => [...document.querySelectorAll('.fjs-dropdownlist-item')].find((one) => one.innerText.trim() === answer),
    {},
    answer,
  );
  await option.click();
}

/** Writes another value of a variable in Operate, and returns when the engine has it. */
export async function setVariable(page, name, value) {
  await press(page, `Edit variable ${name}`);
  const field = await page.waitForSelector('[data-testid="edit-variable-value"]');
  await field.evaluate((one) => one.select());
  await field.type(value);
  await press(page, 'Save variable');
  await page.waitForFunction(
    (name, value) => {
      const row = document.querySelector(`[data-testid="variable-${name}"]`);
      return row?.innerText.includes(value) && !document.querySelector('[data-testid="variable-operation-spinner"]');
    },
    {},
    name,
    value,
  );
}

/** What Operate's interface for programs finds, asked by the page that is open. */
export const search = (page, kind, filter) =>
  page.evaluate(
    async (kind, filter) => {
      const reply = await fetch(`/v1/${kind}/search`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ filter, size: 200 }),
      });
      return (await reply.json()).items;
    },
    kind,
    filter,
  );

/** Returns when an instance has come to an element, in this state. */
export async function awaitElement(page, instance, flowNodeId, state) {
  while ((await search(page, 'flownode-instances', { processInstanceKey: instance, flowNodeId, state })).length === 0) {
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** The instance of somebody by name, once Operate knows it. */
export async function instanceOf(page, person) {
  for (;;) {
    const found = await search(page, 'variables', { name: 'name', value: JSON.stringify(person) });
    if (found.length > 0) {
      return found[0].processInstanceKey;
    }
    await new Promise((done) => setTimeout(done, 500));
  }
}
