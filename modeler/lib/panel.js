// The Modeler's canvas and properties panel, used as a designer uses them: by labels, mouse and keyboard.
import { open } from './browser.js';
import { labelOf } from './templates.js';

const EMPTY = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="drawn" targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
  <bpmn:process id="drawn-process" isExecutable="true">
    <bpmn:startEvent id="start" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="drawn-process">
      <bpmndi:BPMNShape id="startShape" bpmnElement="start">
        <dc:Bounds x="160" y="240" width="36" height="36" />
      </bpmndi:BPMNShape>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>`;

const CUSTOM = '[data-group-id^="group-ElementTemplates__CustomProperties"]';
/** The panel commits and validates a moment after the last key. */
const SETTLED = 350;

export class Panel {
  /** Opens a diagram with these templates at hand; an empty one with a start event, if none is given. */
  static async open(browser, templates, { xml = EMPTY, width = 1000, height = 1400 } = {}) {
    const page = await open(browser, 'modeler', { width, height });
    const panel = new Panel(page, templates);
    await page.evaluate(
      async (xml, templates) => {
        const Modeler = window.BpmnModeler?.default ?? window.BpmnModeler ?? window.BpmnJS;
        const modeler = new Modeler({
          container: '#canvas',
          propertiesPanel: { parent: '#panel' },
        });
        window.modeler = modeler;
        window.templateErrors = [];
        modeler.get('eventBus').on('elementTemplates.errors', (event) => {
          window.templateErrors.push(...event.errors.map((error) => error.message));
        });
        const { warnings } = await modeler.importXML(xml);
        if (warnings.length) {
          throw new Error(warnings.map((one) => one.message).join('; '));
        }
        modeler.get('elementTemplatesLoader').setTemplates(templates);
      },
      xml,
      Object.values(templates),
    );
    return panel;
  }

  constructor(page, templates) {
    this.page = page;
    this.templates = templates;
  }

  /** What the Modeler found wrong with the templates, or on its own. */
  async faults() {
    return [...this.page.faults, ...(await this.page.evaluate(() => window.templateErrors))];
  }

  settle() {
    return new Promise((done) => setTimeout(done, SETTLED));
  }

  async select(id) {
    await this.page.evaluate((id) => {
      const element = window.modeler.get('elementRegistry').get(id);
      window.modeler.get('selection').select(element);
    }, id);
    await this.settle();
    await this.openGroups();
  }

  /** Appends an element to another one, as the context pad does, and selects it. */
  async append(source, type, options = {}) {
    const id = await this.page.evaluate(
      (source, type, options) => {
        const { autoPlace, elementFactory, elementRegistry } = Object.fromEntries(
          ['autoPlace', 'elementFactory', 'elementRegistry'].map((name) => [name, window.modeler.get(name)]),
        );
        const shape = elementFactory.createShape({ type, ...options });
        return autoPlace.append(elementRegistry.get(source), shape).id;
      },
      source,
      type,
      options,
    );
    await this.select(id);
    return id;
  }

  /** Drops an error event on the border of a task: at the middle of its lower or upper edge. */
  async attachError(task, edge = 'lower') {
    return this.attach(task, { eventDefinitionType: 'bpmn:ErrorEventDefinition' }, edge);
  }

  /** As above, an event of any kind. */
  async attach(task, options, edge = 'lower') {
    const id = await this.page.evaluate(
      (task, options, edge) => {
        const host = window.modeler.get('elementRegistry').get(task);
        const event = window.modeler.get('elementFactory').createShape({
          type: 'bpmn:BoundaryEvent',
          ...options,
        });
        const position = {
          x: host.x + host.width / 2,
          y: edge === 'lower' ? host.y + host.height : host.y,
        };
        return window.modeler.get('modeling').createShape(event, position, host, { attach: true }).id;
      },
      task,
      options,
      edge,
    );
    await this.select(id);
    return id;
  }

  async connect(source, target) {
    await this.page.evaluate(
      (source, target) => {
        const registry = window.modeler.get('elementRegistry');
        window.modeler.get('modeling').connect(registry.get(source), registry.get(target));
      },
      source,
      target,
    );
  }

  /** The flow between two elements. */
  async flow(source, target) {
    return this.page.evaluate(
      (source, target) => {
        const registry = window.modeler.get('elementRegistry');
        return registry.get(source).outgoing.find((flow) => flow.target.id === target).id;
      },
      source,
      target,
    );
  }

  /** Drags an element by so much. */
  async move(id, x, y) {
    await this.page.evaluate(
      (id, delta) => {
        const shape = window.modeler.get('elementRegistry').get(id);
        window.modeler.get('modeling').moveElements([shape], delta);
      },
      id,
      { x, y },
    );
  }

  /** Presses Select, and takes the template of this name. */
  async chooseTemplate(name) {
    await this.page.locator('.bio-properties-panel-select-template-button').click();
    await this.settle();
    await this.page.locator(`.djs-popup .entry ::-p-text(${name})`).click();
    await this.settle();
    await this.openGroups();
    this.template = Object.values(this.templates).find((one) => one.name === name);
  }

  async openGroups() {
    await this.page.evaluate(() => {
      document
        .querySelectorAll('.bio-properties-panel-group-header:not(.open)')
        .forEach((header) => header.click());
    });
    await this.settle();
  }

  /** The field of a template's property. */
  field(property) {
    return new Field(this, CUSTOM, labelOf(this.template, property));
  }

  /** A field that the Modeler itself has, such as the name. */
  own(label, group = '[data-group-id]') {
    return new Field(this, group, label);
  }

  async xml() {
    return this.page.evaluate(async () => (await window.modeler.saveXML({ format: true })).xml);
  }

  async screenshot(path) {
    await this.page.evaluate(() => document.activeElement?.blur());
    await this.settle();
    await this.page.screenshot({ path });
  }
}

class Field {
  constructor(panel, group, label) {
    Object.assign(this, { panel, page: panel.page, group, label });
  }

  /** The entry with exactly this label; null where there is none. */
  async entry() {
    const handle = await this.page.evaluateHandle(
      (group, label) =>
        [...document.querySelectorAll(`#panel ${group} .bio-properties-panel-entry`)].find((entry) =>
          [...entry.querySelectorAll('label')].some((one) => one.textContent.trim() === label),
        ) ?? null,
      this.group,
      this.label,
    );
    return handle.asElement();
  }

  async required() {
    const entry = await this.entry();
    if (!entry) {
      throw new Error(`no field "${this.label}"`);
    }
    return entry;
  }

  async isShown() {
    return (await this.entry()) !== null;
  }

  /** Clears the field and types. */
  async type(text) {
    const entry = await this.required();
    const input = await entry.$('input, textarea, .cm-content');
    await input.focus();
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('a');
    await this.page.keyboard.up('Control');
    await this.page.keyboard.press('Backspace');
    if (text.startsWith('=') && !(await entry.$('.cm-content'))) {
      // the field turns into an editor of expressions
      await this.page.keyboard.type('=');
      await this.panel.settle();
      await this.page.keyboard.type(text.slice(1));
    } else {
      await this.page.keyboard.type(text.replace(/^=/, ''));
    }
    await this.panel.settle();
    await this.page.evaluate(() => document.activeElement?.blur());
    await this.panel.settle();
  }

  async tick() {
    await (await (await this.required()).$('input[type=checkbox]')).click();
    await this.panel.settle();
  }

  async choose(value) {
    const select = await (await this.required()).$('select');
    await select.select(value);
    await this.panel.settle();
  }

  /** What a person reads in it. */
  async value() {
    return (await this.required()).evaluate((entry) => {
      const editor = entry.querySelector('.cm-content');
      return editor ? `=${editor.textContent}` : entry.querySelector('input, textarea, select').value;
    });
  }

  async placeholder() {
    return (await this.required()).$eval('input, textarea', (input) => input.placeholder);
  }

  /** The message under the field; empty where all is well. */
  async error() {
    return (await this.required()).evaluate(
      (entry) => entry.querySelector('.bio-properties-panel-error')?.textContent ?? '',
    );
  }
}
