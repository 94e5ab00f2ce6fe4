// "make test": runs the test rounds and ends with a line "N passed, N failed", summed over all of them.
// Rounds are the end-to-end tests on the chosen OVN version, everything else, and then the part of the former whose title says
// "[every OVN]" on the oldest and the newest version. Arguments "unit" and "e2e" choose some of the rounds.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { chosenOvnVersion, OvnUnavailableError, type OvnVersion, ovnRoot } from './ovn-root.ts';
import type { Failure, RunCounts } from './reporter.ts';
import { Semaphore } from './semaphore.ts';

interface Round {
  readonly kind: 'unit' | 'e2e';
  readonly title: string;
  /** What each of its lines begins with. */
  readonly mark: string;
  readonly ovn: OvnVersion;
  /** Arguments of mocha that choose the tests. */
  readonly choose: readonly string[];
}

const repository = fileURLToPath(new URL('../..', import.meta.url));
const mocha = join(dirname(createRequire(import.meta.url).resolve('mocha/package.json')), 'bin', 'mocha.js');
const unit = ['test/**/*.test.ts', ...['e2e', 'endurance'].flatMap((folder) => ['--ignore', `test/${folder}/**`])];
const endToEnd = 'test/e2e/**/*.test.ts';

/** Milliseconds. Mocha's own deadlines can't end a test that never gives the event loop back; no test is silent for so long. */
const longestSilence = 8 * 60_000;

const chosen = chosenOvnVersion();
const others = (['23.03', '26.03'] as const).filter((version) => version !== chosen);
// The longest first.
const rounds: readonly Round[] = [
  { kind: 'e2e', title: `end-to-end on OVN ${chosen}`, mark: chosen, ovn: chosen, choose: [endToEnd] },
  { kind: 'unit', title: 'everything but end-to-end', mark: 'unit', ovn: chosen, choose: unit },
  ...others.map(
    (ovn): Round => ({
      kind: 'e2e',
      title: `short end-to-end round on OVN ${ovn}`,
      mark: ovn,
      ovn,
      choose: [endToEnd, '--fgrep', '[every OVN]'],
    }),
  ),
];

// A run that dies before its report counts as one failure, so that a crash can never look green.
async function play(round: Round): Promise<RunCounts> {
  const file = join(directory, `${round.mark}.jsonl`);
  const reporter = fileURLToPath(new URL('reporter.ts', import.meta.url));
  const child = spawn(process.execPath, [mocha, ...round.choose, '--reporter', reporter], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, OVN: round.ovn, SUBNETES_COUNTS: file },
  });
  const silence = setTimeout(() => {
    console.log(`${round.mark} | nothing was printed for ${longestSilence / 60_000} minutes: the round is ended`);
    child.kill('SIGKILL');
  }, longestSilence);
  for (const stream of [child.stdout, child.stderr]) relay(stream, round.mark, () => silence.refresh());
  // A process that a test forgot holds these streams open, and must not hold up the rounds.
  child.once('exit', () => setTimeout(() => [child.stdout, child.stderr].map((stream) => stream.destroy()), 5000));
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(silence);
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

/** Prints what a round prints, so that the lines of two rounds can be told apart. */
function relay(stream: Readable, mark: string, onLine: () => void): void {
  createInterface({ input: stream }).on('line', (line) => {
    onLine();
    console.log(line === '' ? '' : `${mark} | ${line}`);
  });
}

/** Runs a round, or leaves it out when its OVN can't be had and it is not the chosen one. */
async function run(round: Round): Promise<{ readonly counts: RunCounts; readonly report: string }> {
  console.log(`\n=== ${round.title}`);
  const started = performance.now();
  try {
    await ovnRoot(round.ovn, (line) => console.log(line));
  } catch (error) {
    if (!(error instanceof OvnUnavailableError) || round.ovn === chosen) throw error;
    return { counts: add([]), report: `${round.title}: left out, ${error.message}` };
  }
  const counts = await play(round);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  return {
    counts,
    report: `${round.title}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped, ${seconds} s`,
  };
}

const wanted = process.argv.slice(2);
const directory = mkdtempSync(join(tmpdir(), 'subnetes-tests-'));
const chosenRounds = rounds.filter(({ kind }) => wanted.length === 0 || wanted.includes(kind));
const results = await playAll(chosenRounds).finally(() => rmSync(directory, { recursive: true, force: true }));

/**
 * The longest round has the machine for itself, because it measures: rates, and failover by timers of a tenth of a second. Half of the others
 * is waiting, for OVN, for packets, for silence: they go LANES at a time, which takes two thirds of the time on two cores.
 */
async function playAll([first, ...others]: readonly Round[]): Promise<readonly Awaited<ReturnType<typeof run>>[]> {
  if (!first) return [];
  const lanes = new Semaphore(Number(process.env.LANES ?? 2));
  return [await run(first), ...(await Promise.all(others.map((round) => lanes.run(() => run(round)))))];
}

const sum = add(results.map(({ counts }) => counts));
const summary = `${sum.passed} passed, ${sum.failed} failed`;
// Failures once more: a round is thousands of lines long, and a build server may keep only the last ones.
const failures = sum.failures.map(({ title, error }) => `  failed: ${title}\n    ${error.replaceAll('\n', '\n    ')}`);
console.log(`\n${[...results.map(({ report }) => report), ...failures].join('\n')}\n\n${summary}`);
const summaryFile = process.env.SUBNETES_SUMMARY ?? '';
if (summaryFile !== '') writeFileSync(summaryFile, `${summary}\n`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
