// Upstream's end-to-end tests as a program: what is in them, and how they are run.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inNetns, run, searchPath } from '../support/command.ts';
import { kubectlProgram } from '../support/kubectl.ts';
import { kubernetesBinary } from '../support/kubernetes/build.ts';

/** One test of the suite. */
export interface Spec {
  /** Full name, as the suite prints it: "[sig-network] Services should …". */
  readonly name: string;
  readonly labels: readonly string[];
}

/** How a spec ended. */
export interface Outcome {
  readonly spec: Spec;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped, in the suite's words; empty when it passed. */
  readonly message: string;
  readonly seconds: number;
  /** What it wrote. */
  readonly output: string;
}

/** How {@link Suite.run} runs specs. */
export interface RunOptions {
  readonly specs: readonly Spec[];
  /** Network namespace from which the suite speaks to the cluster. */
  readonly netns: string;
  /** Path of a kubeconfig for there. */
  readonly kubeconfig: string;
  readonly nodes: number;
  /** Specs at a time. */
  readonly processes: number;
  /** Folder for the suite's log and report. */
  readonly directory: string;
  /** Told of each spec as it ends. */
  readonly log: (line: string) => void;
}

/** The suite could not run: it ended before its specs did. */
export class SuiteError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SuiteError';
  }
}

// Ginkgo's report: https://pkg.go.dev/github.com/onsi/ginkgo/v2/types#Report, the fields that are read here.
interface Report {
  readonly SuiteDescription: string;
  readonly SpecReports: readonly SpecReport[];
}

interface SpecReport {
  readonly ContainerHierarchyTexts: readonly string[] | null;
  readonly ContainerHierarchyLabels: readonly (readonly string[])[] | null;
  readonly LeafNodeType: string;
  readonly LeafNodeText: string;
  readonly LeafNodeLabels: readonly string[] | null;
  readonly State: string;
  /** Nanoseconds. */
  readonly RunTime: number;
  readonly Failure?: { readonly Message: string };
  readonly CapturedGinkgoWriterOutput?: string;
}

/** Upstream's e2e.test. */
export class Suite {
  readonly #program: string;
  #description = '';

  private constructor(program: string) {
    this.#program = program;
  }

  /** The program that KUBERNETES_E2E names, else one of the same version as the bed's servers, which may have to be built first. */
  static async find(log: (line: string) => void): Promise<Suite> {
    return new Suite(process.env.KUBERNETES_E2E || (await kubernetesBinary('e2e.test', log)));
  }

  /** Version of Kubernetes that the suite is of. */
  async version(): Promise<string> {
    const { stdout, stderr } = await run(this.#program, ['--version']);
    return /v\d+\.\d+\.\d+\S*/.exec(`${stdout}${stderr}`)?.[0] ?? 'of unknown version';
  }

  /** All specs of a special interest group, by name. */
  async list(group: string, directory: string): Promise<readonly Spec[]> {
    const file = join(directory, 'specs.json');
    await mkdir(directory, { recursive: true });
    const focus = `--ginkgo.focus=${escaped(`[${group}]`)}`;
    await run(this.#program, ['--ginkgo.dry-run', focus, '--ginkgo.silence-skips', `--ginkgo.json-report=${file}`]);
    const report = await readReport(file);
    this.#description = report.SuiteDescription;
    return report.SpecReports.filter(({ LeafNodeType, State }) => LeafNodeType === 'It' && State === 'passed')
      .map(specOf)
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /**
   * Runs specs, several at a time; those that the suite calls serial are run one after the other at the end. A spec gets one try.
   * @throws SuiteError when the suite did not get to its specs, or did not run all of them
   */
  async run(options: RunOptions): Promise<readonly Outcome[]> {
    const { specs, directory, netns } = options;
    const [ginkgo, kubectl] = await Promise.all([kubernetesBinary('ginkgo', options.log), kubectlProgram(options.log)]);
    const wanted = specs.map(({ name }) => escaped(name)).join('|');
    const [program, ...args] = inNetns(netns, [
      ...[ginkgo, 'run', `--procs=${options.processes}`, '--no-color', '-v', '--silence-skips', '--timeout=6h'],
      ...[
        '--json-report=report.json',
        `--output-dir=${directory}`,
        `--focus=^${escaped(this.#description)} (?:${wanted})$`,
      ],
      ...[this.#program, '--', `--kubeconfig=${options.kubeconfig}`, `--kubectl-path=${kubectl}`],
      // No cloud. Namespaces of failed specs go as well: what they leave running would disturb others.
      ...['--provider=skeleton', `--num-nodes=${options.nodes}`, '--minStartupPods=0', '--dump-logs-on-failure=false'],
    ]);
    const child = spawn(program, args, {
      env: { ...process.env, PATH: searchPath },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
      child.stdout.pipe(createWriteStream(join(directory, 'suite.log')));
      const last = follow(child.stdout, options.log);
      const errors = follow(child.stderr, () => {});
      const code = await ended;
      const report = await readReport(join(directory, 'report.json')).catch(() => undefined);
      if (report === undefined)
        throw new SuiteError(`the suite ended with ${code}: ${[...last, ...errors].join('\n')}`);
      return outcomes(specs, report);
    } finally {
      child.kill();
    }
  }
}

/** What became of each of `specs`. */
function outcomes(specs: readonly Spec[], report: Report): readonly Outcome[] {
  const found = new Map(
    report.SpecReports.filter(({ LeafNodeType }) => LeafNodeType === 'It').map((each) => [specOf(each).name, each]),
  );
  const broken = report.SpecReports.find(({ LeafNodeType, State }) => LeafNodeType !== 'It' && isFailure(State));
  if (broken !== undefined) throw new SuiteError(`${broken.LeafNodeType}: ${broken.Failure?.Message ?? broken.State}`);
  return specs.map((spec) => {
    const one = found.get(spec.name);
    if (one === undefined) throw new SuiteError(`the suite did not run ${spec.name}`);
    return {
      spec,
      state: isFailure(one.State) ? 'failed' : one.State === 'passed' ? 'passed' : 'skipped',
      message: one.State === 'passed' ? '' : (one.Failure?.Message ?? one.State),
      seconds: one.RunTime / 1e9,
      output: one.CapturedGinkgoWriterOutput ?? '',
    };
  });
}

const isFailure = (state: string): boolean => !['passed', 'skipped', 'pending'].includes(state);

function specOf(report: SpecReport): Spec {
  return {
    name: [...(report.ContainerHierarchyTexts ?? []), report.LeafNodeText].join(' '),
    labels: [...(report.ContainerHierarchyLabels ?? []).flat(), ...(report.LeafNodeLabels ?? [])],
  };
}

async function readReport(file: string): Promise<Report> {
  const [report] = JSON.parse(await readFile(file, 'utf8')) as readonly Report[];
  if (report === undefined) throw new SuiteError(`${file} is empty`);
  return report;
}

// A regular expression of Go's that matches exactly this text.
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Hands on the line that tells how a spec ended, and its name, which follows; returns the last lines so far. */
function follow(stream: NodeJS.ReadableStream, log: (line: string) => void): readonly string[] {
  const last: string[] = [];
  let ended: string | undefined;
  createInterface({ input: stream }).on('line', (line) => {
    last.push(line);
    if (last.length > 30) last.shift();
    if (ended !== undefined) log(`${ended} ${line.trim()}`);
    ended = /^(?:•|S) \[/.test(line) ? line.trim() : undefined;
  });
  return last;
}
