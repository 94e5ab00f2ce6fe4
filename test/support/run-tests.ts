// "make test": runs the test rounds one after the other and ends with a line "N passed, N failed", summed over all of them.
// Round 1 is everything but the end-to-end tests, round 2 the end-to-end tests on the chosen OVN version, and then the part of
// them whose title says "[every OVN]" on the oldest and the newest version. Arguments "unit" and "e2e" choose some of the rounds.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenOvnVersion, OvnUnavailableError, type OvnVersion, ovnRoot } from './ovn-root.ts';
import type { Failure, RunCounts } from './reporter.ts';

interface Round {
  readonly kind: 'unit' | 'e2e';
  readonly title: string;
  readonly ovn: OvnVersion;
  /** Arguments of mocha that choose the tests. */
  readonly choose: readonly string[];
}

const repository = fileURLToPath(new URL('../..', import.meta.url));
const mocha = join(dirname(createRequire(import.meta.url).resolve('mocha/package.json')), 'bin', 'mocha.js');
const unit = ['test/**/*.test.ts', '--ignore', 'test/e2e/**', '--ignore', 'test/bench/**'];
const endToEnd = 'test/e2e/**/*.test.ts';

const chosen = chosenOvnVersion();
const others = (['23.03', '26.03'] as const).filter((version) => version !== chosen);
const rounds: readonly Round[] = [
  { kind: 'unit', title: 'everything but end-to-end', ovn: chosen, choose: unit },
  { kind: 'e2e', title: `end-to-end on OVN ${chosen}`, ovn: chosen, choose: [endToEnd] },
  ...others.map(
    (ovn): Round => ({
      kind: 'e2e',
      title: `short end-to-end round on OVN ${ovn}`,
      ovn,
      choose: [endToEnd, '--fgrep', '[every OVN]'],
    }),
  ),
];

// A run that dies before its report counts as one failure, so that a crash can never look green.
async function play(round: Round, directory: string): Promise<RunCounts> {
  const file = join(directory, 'counts.jsonl');
  rmSync(file, { force: true });
  const reporter = fileURLToPath(new URL('reporter.ts', import.meta.url));
  const child = spawn(process.execPath, [mocha, ...round.choose, '--reporter', reporter], {
    cwd: repository,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, OVN: round.ovn, SUBNETES_COUNTS: file },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const counts = lines.map((line) => JSON.parse(line) as RunCounts);
  const sum = add(counts);
  return code !== 0 && sum.failed === 0 ? { ...sum, failed: 1, failures: [endedEarly(code)] } : sum;
}

function endedEarly(code: number | null): Failure {
  return {
    title: 'the round as a whole',
    error: `mocha ended with ${code ?? 'a signal'} before it reported a failure`,
  };
}

function add(counts: readonly RunCounts[]): RunCounts {
  const total = (field: 'passed' | 'failed' | 'skipped'): number =>
    counts.reduce((sum, count) => sum + count[field], 0);
  return {
    passed: total('passed'),
    failed: total('failed'),
    skipped: total('skipped'),
    failures: counts.flatMap(({ failures }) => failures),
  };
}

function hasEndToEndTests(): boolean {
  const folder = join(repository, 'test', 'e2e');
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.test.ts'))
  );
}

const wanted = process.argv.slice(2);
const directory = mkdtempSync(join(tmpdir(), 'subnetes-tests-'));
const results: RunCounts[] = [];
const report: string[] = [];
try {
  for (const round of rounds.filter(({ kind }) => wanted.length === 0 || wanted.includes(kind))) {
    if (round.kind === 'e2e' && !hasEndToEndTests()) continue;
    console.log(`\n=== ${round.title}`);
    const started = performance.now();
    try {
      await ovnRoot(round.ovn, (line) => console.log(line));
    } catch (error) {
      if (!(error instanceof OvnUnavailableError) || round.ovn === chosen) throw error;
      report.push(`${round.title}: left out, ${error.message}`);
      continue;
    }
    const counts = await play(round, directory);
    results.push(counts);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    report.push(
      `${round.title}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped, ${seconds} s`,
      // Repeated here because a round is thousands of lines long, and a build server may keep only the last ones.
      ...counts.failures.map(({ title, error }) => `  failed: ${title}\n    ${error}`),
    );
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}

const sum = add(results);
const summary = `${sum.passed} passed, ${sum.failed} failed`;
console.log(`\n${report.join('\n')}\n\n${summary}`);
const summaryFile = process.env.SUBNETES_SUMMARY ?? '';
if (summaryFile !== '') writeFileSync(summaryFile, `${summary}\n`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
