// The templates of events, chosen in the properties panel on the elements they are for.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../lib/browser.js';
import { Panel } from '../lib/panel.js';
import { LANGUAGES, output } from '../lib/project.js';
import { templatesIn } from '../lib/templates.js';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** An element that the template is offered for, selected. */
const ELEMENTS = {
  'bpmn:IntermediateCatchEvent': (panel) => panel.append('start', 'bpmn:IntermediateThrowEvent'),
  'bpmn:ReceiveTask': (panel) => panel.append('start', 'bpmn:Task'),
  'bpmn:BoundaryEvent': async (panel) => {
    const task = await panel.append('start', 'bpmn:Task');
    return panel.attach(task, {});
  },
  'bpmn:StartEvent': async (panel) => {
    await panel.select('start');
    return 'start';
  },
};

for (const language of LANGUAGES) {
  const templates = templatesIn(`${language.templates}/event`);

  for (const [name, template] of Object.entries(templates)) {
    test(`${name} waits for its message, ${language.name}`, async () => {
      const panel = await Panel.open(browser, templates);
      const id = await ELEMENTS[template.elementType.value](panel);
      await panel.chooseTemplate(template.name);

      const element = await panel.page.evaluate((id) => {
        const registry = window.modeler.get('elementRegistry');
        const found = registry.get(id) ?? window.modeler.get('selection').get()[0];
        return { type: found.type, definition: found.businessObject.eventDefinitions?.[0].$type ?? null };
      }, id);
      assert.deepEqual(element, {
        type: template.elementType.value,
        definition: template.elementType.eventDefinition ?? null,
      });

      const value = (id) => template.properties.find((one) => one.id === id)?.value;
      const xml = await panel.xml();
      assert.match(xml, new RegExp(`<bpmn:message [^>]*name="${value('messageName')}"`));
      assert.ok(xml.includes('<zeebe:output source="=feishu_hire_event" target="feishu_hire_event" />'));
      assert.equal(
        xml.includes(`<zeebe:subscription correlationKey="${value('correlationKey')}" />`),
        template.elementType.value !== 'bpmn:StartEvent',
      );

      for (const property of template.properties.filter((one) => one.type !== 'Hidden')) {
        const field = panel.field(property.id);
        assert.ok(await field.isShown(), property.label);
        assert.equal(await field.error(), '');
      }
      await panel.screenshot(output('panel', language.name, `${name}.png`));
      assert.deepEqual(await panel.faults(), []);
    });
  }
}
