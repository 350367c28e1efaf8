// Says what fails, and how many checks were made.
export default async function* report(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (type === 'test:pass') {
      passed += 1;
    } else if (type === 'test:fail' && data.details.error.failureType !== 'subtestsFailed') {
      failed += 1;
      const cause = data.details.error.cause ?? data.details.error;
      yield `FAILED ${data.file?.replace(/.*\//, '')}: ${data.name}\n${cause.stack ?? cause.message ?? cause}\n`;
    }
  }
  yield `Modeler checks: ${passed} passed, ${failed} failed\n`;
}
