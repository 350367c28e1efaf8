import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadAll } from 'js-yaml';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const objects = () => loadAll(read('kubernetes.yaml'));

/** Throws where an object is not what its API version says. */
async function validate(object) {
  const { [object.kind]: Model } = await import(`kubernetes-models/${object.apiVersion}`);
  new Model(object).validate();
}

// Types and required fields; this package does not complain of fields that no schema knows.
test('the Kubernetes manifest keeps to the schemas of its API versions', async () => {
  assert.deepEqual(objects().map((object) => object.kind), ['Deployment', 'PodDisruptionBudget']);
  await Promise.all(objects().map(validate));
});

for (const [mistake, make] of Object.entries({
  'a wrong type': (container) => (container.livenessProbe.httpGet.port = {}),
  'a missing field': (container) => delete container.name,
})) {
  test(`${mistake} in the manifest would be noticed`, async () => {
    const [deployment] = objects();
    make(deployment.spec.template.spec.containers[0]);
    await assert.rejects(validate(deployment), { name: 'Error', message: /containers/ });
  });
}

test('the manifest tells the workers how many they are', () => {
  const [deployment] = objects();
  const [container] = deployment.spec.template.spec.containers;
  const replicas = container.env.find((variable) => variable.name === 'FEISHU_REPLICAS');
  assert.equal(replicas.value, String(deployment.spec.replicas));
});

test('the manifest holds no secret', () => {
  const [deployment] = objects();
  const [container] = deployment.spec.template.spec.containers;
  assert.ok(container.env.every((variable) => !/SECRET|APP_ID/.test(variable.name)));
});

test('the linter has nothing against the Dockerfile', () => {
  const output = execFileSync('npx', ['--no-install', 'dockerfilelint', 'Dockerfile', '-o', 'json'], {
    cwd: new URL('.', import.meta.url),
    encoding: 'utf8',
  });
  assert.equal(JSON.parse(output).totalIssues, 0, output);
});

test('the image runs without root', () => {
  assert.match(read('Dockerfile'), /^USER 10001:10001$/m);
});

test('systemd understands the unit', () => {
  // Only what is not on this machine is replaced.
  const unit = read('feishu-hire-connector.service')
    .replace(/^ExecStart=\S+/m, 'ExecStart=/bin/true')
    .replace(/^User=.*/m, 'User=daemon');
  const file = join(mkdtempSync(join(tmpdir(), 'unit-')), 'feishu-hire-connector.service');
  writeFileSync(file, unit);
  const result = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' });
  assert.equal(result.stderr, '');
  assert.equal(result.status, 0);
});
