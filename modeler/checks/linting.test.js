// The linter that Desktop Modeler shows its problems with is silent about the shipped models.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { launch, open } from '../lib/browser.js';
import { LANGUAGES, files, output, platform, root } from '../lib/project.js';
import { templatesIn } from '../lib/templates.js';

const SOURCE = `
  export { Linter } from '@camunda/linting';
  export { CloudElementTemplatesLinterPlugin } from 'bpmn-js-element-templates';
`;

let browser;
let page;
before(async () => {
  const bundle = output('linting.js');
  await build({
    stdin: { contents: SOURCE, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    bundle: true,
    format: 'iife',
    globalName: 'Linting',
    logLevel: 'error',
    outfile: bundle,
  });
  browser = await launch();
  page = await open(browser, 'form', { width: 800, height: 600 });
  await page.addScriptTag({ path: bundle });
});
after(() => browser?.close());

function reports(xml, templates) {
  return page.evaluate(
    async (xml, templates) => {
      const plugins = [window.Linting.CloudElementTemplatesLinterPlugin(templates)];
      const found = await new window.Linting.Linter({ plugins }).lint(xml);
      return found.map(({ id, message }) => `${id}: ${message}`);
    },
    xml,
    templates,
  );
}

for (const language of LANGUAGES) {
  const templates = [language.templates, `${language.templates}/event`].flatMap((folder) => Object.values(templatesIn(folder)));

  for (const file of files(language.models, '.bpmn')) {
    for (const version of ['8.6.0', '8.7.0', '8.8.0']) {
      if (version < platform(file)) {
        continue;
      }
      test(`${file.slice(root().length + 1)} has no problems in ${version}`, async () => {
        const xml = readFileSync(file, 'utf8').replace(
          /executionPlatformVersion="[^"]*"/,
          `executionPlatformVersion="${version}"`,
        );

        assert.deepEqual(await reports(xml, templates), []);
      });
    }
  }
}

test('a required field that is empty is found out', async () => {
  const file = root('bpmn', 'hire-candidate.bpmn');
  const xml = readFileSync(file, 'utf8').replace('source="=job_post_id"', 'source=""');

  assert.notDeepEqual(await reports(xml, Object.values(templatesIn('element-templates/en'))), []);
});
