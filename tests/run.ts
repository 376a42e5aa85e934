import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

import { ensureBuilt } from '#app/commands/built.ts';

type Tally = { passed: number; failed: number };

const say = (line: string) => process.stdout.write(`${line}\n`);
const results = '.cache/tests';

/** `npm test`: unit and architecture, database, browser. `npm test -- unit`, `db` or `e2e` for some of them. */
async function runTests() {
  const wanted = process.argv.slice(2);
  const wants = (kind: string) => wanted.length === 0 || wanted.includes(kind);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });

  const tallies: Tally[] = [];
  for (const kind of ['unit', 'db'].filter(wants)) tallies.push(await runVitest(kind));
  if (wants('e2e')) {
    tallies.push((await built()) ? await runPlaywright() : { passed: 0, failed: 1 });
  }
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  say(`\n${passed} passed, ${failed} failed`);
  // No test at all is no success either.
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

/** A build that fails is a failure among the others, so that the last line is said in any case. */
const built = () =>
  ensureBuilt(say).then(
    () => true,
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      return false;
    },
  );

async function runVitest(project: string): Promise<Tally> {
  const file = `${results}/${project}.json`;
  const options = [
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--no-color',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const code = await run('node_modules/vitest/vitest.mjs', options);
  return tally(code, file, ({ numPassedTests, numFailedTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }));
}

async function runPlaywright(): Promise<Tally> {
  const file = `${results}/e2e.json`;
  const code = await run('node_modules/@playwright/test/cli.js', ['test'], { PLAYWRIGHT_JSON: file });
  return tally(code, file, ({ stats }) => ({
    passed: Number(stats?.expected),
    failed: Number(stats?.unexpected) + Number(stats?.flaky),
  }));
}

type Report = { numPassedTests?: unknown; numFailedTests?: unknown; stats?: Record<string, unknown> };

/** A runner that died, or wrote no report, is a failure even where no test is to blame. */
function tally(
  code: number | null,
  file: string,
  count: (report: Report) => Record<keyof Tally, unknown>,
): Tally {
  try {
    const report: Report = JSON.parse(readFileSync(file, 'utf8'));
    const { passed, failed } = count(report);
    return { passed: Number(passed), failed: code === 0 ? Number(failed) : Math.max(1, Number(failed)) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const run = (program: string, options: string[], environment: Record<string, string> = {}) =>
  new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [program, ...options], {
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    child.once('exit', resolve).once('error', () => resolve(null));
  });

await runTests();
