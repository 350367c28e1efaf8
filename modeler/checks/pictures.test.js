// Every diagram as it looks when opened, and the pictures of README and docs: copy them from target/modeler/readme/.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, open } from '../lib/browser.js';
import { Panel } from '../lib/panel.js';
import { LANGUAGES, files, output, root } from '../lib/project.js';
import { templatesIn } from '../lib/templates.js';

const LARGEST = 150 * 1024;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const { name: language, models } of LANGUAGES) {
  for (const file of files(models, '.bpmn')) {
    test(`${file.slice(root().length + 1)} opens without a warning, and nothing of it is cut off`, async () => {
      const page = await open(browser, 'diagram', { width: 1600, height: 780 });
      const { warnings, outside } = await page.evaluate(async (xml) => {
        const Viewer = window.BpmnNavigatedViewer?.default ?? window.BpmnNavigatedViewer ?? window.BpmnJS;
        const viewer = new Viewer({ container: '#canvas' });
        const { warnings } = await viewer.importXML(xml);
        viewer.get('canvas').zoom('fit-viewport', 'auto');
        const outside = viewer
          .get('elementRegistry')
          .filter((element) => element.x < 0 || element.y < 0)
          .map((element) => element.id);
        return { warnings: warnings.map((one) => one.message), outside };
      }, readFileSync(file, 'utf8'));
      await page.screenshot({ path: output('diagrams', language, `${basename(file)}.png`) });

      assert.deepEqual({ warnings, outside, faults: page.faults }, { warnings: [], outside: [], faults: [] });
    });
  }

  for (const file of files(models, '.bpmn')) {
    test(`the picture of ${file.slice(root().length + 1)} shows all of it and is small`, async () => {
      const page = await open(browser, 'diagram', { width: 3600, height: 1800 });
      const clip = await page.evaluate(async (xml) => {
        const Viewer = window.BpmnNavigatedViewer?.default ?? window.BpmnNavigatedViewer ?? window.BpmnJS;
        const viewer = new Viewer({ container: '#canvas' });
        await viewer.importXML(xml);
        viewer.get('canvas').zoom('fit-viewport', 'auto');
        const { x, y, width, height } = document.querySelector('#canvas svg .viewport').getBoundingClientRect();
        const margin = 12;
        return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
      }, readFileSync(file, 'utf8'));
      const picture = output('readme', `${basename(file, '.bpmn')}.${language}.webp`);
      await page.screenshot({ path: picture, type: 'webp', quality: 60, clip });

      assert.ok(clip.x > 0 && clip.y > 0 && clip.x + clip.width < 3600 && clip.y + clip.height < 1800);
      assert.ok(statSync(picture).size < LARGEST);
    });
  }

  test(`the panel of Submit Website Delivery as docs/designers.md shows it, ${language}`, async () => {
    const templates = templatesIn(LANGUAGES.find((one) => one.name === language).templates);
    const panel = await Panel.open(browser, templates, { width: 980, height: 900 });
    await panel.append('start', 'bpmn:Task');
    await panel.chooseTemplate(templates['submit-website-delivery'].name);
    await panel.own('Name', '[data-group-id="group-general"]').type(templates['submit-website-delivery'].name.split(/[:：] ?/)[1]);
    await panel.field('website_id').type('7047318856652261676');
    await panel.field('job_post_id').type('=job_post_id');
    await panel.page.evaluate(() => {
      for (const group of ['general', 'documentation', 'ElementTemplates__Template']) {
        document.querySelector(`[data-group-id="group-${group}"] .bio-properties-panel-group-header.open`)?.click();
      }
    });
    await panel.screenshot(output('readme', `panel.${language}.png`));
    assert.deepEqual(await panel.faults(), []);
  });

  test(`the pictures of README and docs are small, ${language}`, () => {
    copyFileSync(
      output('diagrams', language, 'hire-candidate.bpmn.png'),
      output('readme', `hire-candidate.${language}.png`),
    );
    for (const picture of ['panel', 'hire-candidate']) {
      assert.ok(statSync(output('readme', `${picture}.${language}.png`)).size < LARGEST);
    }
  });
}
