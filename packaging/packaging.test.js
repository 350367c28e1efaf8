import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { load, loadAll } from 'js-yaml';
import ts from 'typescript';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const objects = () => loadAll(read('kubernetes.yaml'));
const autoscaling = () => loadAll(read('autoscaling.yaml'));
const monitor = () => loadAll(read('podmonitor.yaml'));

const types = (apiVersion) =>
  apiVersion.startsWith('monitoring.coreos.com/') ? '@kubernetes-models/prometheus-operator' : 'kubernetes-models';

/**
 * What the compiler has against them when each is written down as its type: another type, a missing
 * field, or one that the type does not have.
 */
function complaints(manifest) {
  const source = manifest
    .map(
      ({ apiVersion, kind }, i) =>
        `const object${i}: import('${types(apiVersion)}/${apiVersion}').I${kind} = ${JSON.stringify(manifest[i])};`,
    )
    .join('\n');
  const file = new URL('node_modules/manifest.mts', import.meta.url).pathname; // from there it finds the types
  writeFileSync(file, source);
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('the Kubernetes manifest keeps to the types of its API versions', () => {
  assert.deepEqual(objects().map((object) => object.kind), ['Deployment', 'PodDisruptionBudget', 'NetworkPolicy']);
  assert.deepEqual(monitor().map((object) => object.kind), ['PodMonitor']);
  assert.deepEqual(autoscaling().map((object) => object.kind), ['Service', 'HorizontalPodAutoscaler']);
  assert.deepEqual(complaints([...objects(), ...monitor(), ...autoscaling()]), []);
});

for (const [mistake, make, complaint] of [
  ['a wrong type', (container) => (container.livenessProbe.httpGet.port = {}), /IIntOrString/],
  ['a missing field', (container) => delete container.name, /"name".* is missing/],
  ['an unknown field', (container) => (container.readinesProbe = {}), /"readinesProbe".* does not exist/],
]) {
  test(`${mistake} in the manifest would be noticed`, () => {
    const manifest = objects();
    make(manifest[0].spec.template.spec.containers[0]);
    assert.match(complaints(manifest).join('\n'), complaint);
  });
}

test('the manifest tells the workers how many they are', () => {
  const [deployment] = objects();
  const [container] = deployment.spec.template.spec.containers;
  const replicas = container.env.find((variable) => variable.name === 'FEISHU_REPLICAS');
  assert.equal(replicas.value, String(deployment.spec.replicas));
});

test('the autoscaler counts and changes the workers of the manifest', () => {
  const [deployment] = objects();
  const [service, scaler] = autoscaling();
  assert.deepEqual(service.spec.selector, deployment.spec.selector.matchLabels);
  assert.equal(service.spec.clusterIP, 'None');
  assert.equal(service.spec.publishNotReadyAddresses, true);
  assert.ok(read('autoscaling.yaml').includes(`"dns:${service.metadata.name}"`));
  const { kind, name } = scaler.spec.scaleTargetRef;
  assert.deepEqual([kind, name], [deployment.kind, deployment.metadata.name]);
});

test('everything in the manifest is about the same pods', () => {
  const [deployment, budget, policy] = objects();
  const { labels } = deployment.spec.template.metadata;
  const [spread] = deployment.spec.template.spec.topologySpreadConstraints;
  const [endpoint] = monitor()[0].spec.podMetricsEndpoints;
  for (const selector of [deployment.spec.selector, budget.spec.selector, monitor()[0].spec.selector, spread.labelSelector]) {
    assert.deepEqual(selector.matchLabels, labels);
  }
  assert.deepEqual(policy.spec.podSelector.matchLabels, labels);
  const [port] = deployment.spec.template.spec.containers[0].ports;
  assert.equal(endpoint.port, port.name);
  assert.equal(policy.spec.ingress[0].ports[0].port, port.containerPort);
});

test('the manifest speaks to Camunda over TLS', () => {
  const [container] = objects()[0].spec.template.spec.containers;
  const addresses = container.env.filter(({ name }) => /ADDRESS|URL/.test(name));
  assert.equal(addresses.length, 3);
  assert.ok(addresses.every(({ value }) => value.startsWith('https://')));
});

test('the memory limit leaves room over what was seen', () => {
  const [container] = objects()[0].spec.template.spec.containers;
  assert.ok(parseInt(container.resources.limits.memory) * 1.048576 >= 255 * 1.15);
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

test('the recipe of the image takes the jar apart, and copies what comes of it', () => {
  const jar = '../target/feishu-hire-connector.jar';
  assert.ok(existsSync(jar), './mvnw package comes before this');
  const layers = mkdtempSync(join(tmpdir(), 'layers-'));
  copyFileSync(jar, join(layers, 'connector.jar'));
  const recipe = read('Dockerfile');
  const [program, ...words] = JSON.parse(/^RUN (\[.*])$/m.exec(recipe)[1]);
  execFileSync(program, words, { cwd: layers, stdio: 'pipe' });
  const copied = [...recipe.matchAll(/^COPY --from=layers \/layers\/(\S+) \.\/$/gm)].map(([, folder]) => folder);
  assert.equal(copied.length, 4);
  copied.forEach((folder) => assert.ok(existsSync(join(layers, folder)), folder));
});

test('the image runs without root', () => {
  assert.match(read('Dockerfile'), /^USER 10001:10001$/m);
});

for (const document of ['../docs/operators.md', '../docs/zh-CN/operators.md']) {
  test(`the image and the unit start as ${document} recommends`, () => {
    const [, options] = read(document).match(/`(-Xmx64m [^`]*)`/);
    assert.ok(read('Dockerfile').includes(`ENV JDK_JAVA_OPTIONS="${options}"`), options);
    assert.ok(read('feishu-hire-connector.service').includes(`java ${options} `), options);
  });
}

/** The unit, with only that replaced which is not on this machine. */
function unit() {
  const file = join(mkdtempSync(join(tmpdir(), 'unit-')), 'feishu-hire-connector.service');
  writeFileSync(
    file,
    read('feishu-hire-connector.service')
      .replace(/^ExecStart=\S+/m, 'ExecStart=/bin/true')
      .replace(/^User=.*/m, 'User=daemon'),
  );
  return file;
}

test('systemd finds little exposed by the unit', () => {
  // The threshold is ten times the exposure; it exits with another status above it.
  const result = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=25', '--no-pager', unit()], {
    encoding: 'utf8',
  });
  assert.equal(result.status, 0, result.stdout + result.stderr);
});

test('systemd understands the unit', () => {
  const result = spawnSync('systemd-analyze', ['verify', '--man=no', unit()], { encoding: 'utf8' });
  assert.equal(result.stderr, '');
  assert.equal(result.status, 0);
});

const operations = new URL('../operations/', import.meta.url);
const alerts = () =>
  load(read('../operations/prometheus-alerts.yml'))
    .groups.flatMap(({ rules }) => rules)
    .flatMap(({ alert }) => alert ?? []);

test('each alert fires when it should, and only then', () => {
  const result = spawnSync('promtool', ['test', 'rules', 'prometheus-alerts.test.yml'], {
    cwd: operations,
    encoding: 'utf8',
  });
  assert.equal(result.status, 0, result.stdout + result.stderr);
});

test('no alert is without a test in which it fires', () => {
  const { tests } = load(read('../operations/prometheus-alerts.test.yml'));
  const fired = tests
    .flatMap((one) => one.promql_expr_test)
    .flatMap((time) => time.exp_samples)
    .map(({ labels }) => labels.match(/alertname="(\w+)"/)[1]);
  assert.ok(tests.flatMap((one) => one.promql_expr_test).some((time) => time.exp_samples.length === 0));
  assert.deepEqual([...new Set(fired)].sort(), alerts().sort());
});

test('the recipe of the image and the manifest name the same one', () => {
  const [deployment] = objects();
  const { image } = deployment.spec.template.spec.containers[0];
  assert.match(image, /:[0-9]+\.[0-9]+\.[0-9]+$/);
  assert.ok(read('Dockerfile').includes(`--tag ${image} .`), image);
});
