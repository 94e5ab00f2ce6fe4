/**
 * Holds the sum of what a pod receives and sends to the ceiling of its Subnet, by a token bucket filter of the kernel at each end of
 * its link (tc-tbf(8)): at the node's end for what the pod receives, in the pod for what it sends. It delays packets where
 * OVN's meters drop them, so connections run smoothly at the ceiling. A kernel without sch_tbf leaves it to the meters.
 *
 * A pod that may change its own network can remove its end; the meters still hold each limit then.
 */
import type { Log } from '../../src/log.ts';
import { equal } from '../../src/store/equal.ts';
import type { LinkRate, LinkRates } from '../../src/vswitch/ceilings.ts';
import type { SandboxFacts } from '../../src/vswitch/facts.ts';
import { sandboxKey } from '../../src/vswitch/sandbox.ts';
import { CommandError, runCommand } from './command.ts';
import { NetlinkMonitor } from './netlink-monitor.ts';
import { Signal } from './signal.ts';

/** How {@link Ceilings} is set up. */
export type CeilingsOptions = {
  /** The sandboxes that there are. */
  readonly sandboxes: () => readonly SandboxFacts[];
  /** The ceilings of a sandbox's link; `undefined` while they are not known. */
  readonly ratesOf: (sandbox: SandboxFacts) => LinkRates | undefined;
  /** Told what is wrong with the kernel, as a sentence. */
  readonly onUnsupported: (problem: string) => void;
  readonly log: Log;
};

/** One end of a link: the device, and the namespace that it is in if that is not the agent's. */
type LinkEnd = { readonly device: string; readonly netns?: string };

/** Our filters have this handle: those of other plugins (CNI bandwidth) are not touched. */
const HANDLE = '5b4e:';
/** Bytes that may wait at least, beside a burst: a packet that the sender's kernel has not cut yet is one of them. */
const LEAST_QUEUE = 66_000;
/** The same in seconds. A queue shorter than the burst makes TCP overshoot and fall back again and again (measured). */
const WAIT = 0.05;
/** What tc can be told, in bytes: half of an unsigned 32 bit number. */
const MOST_BYTES = 2 ** 31 - 1;

/** The filters of a node's links. */
export class Ceilings {
  readonly #options: CeilingsOptions;
  /** By sandbox: what its link has. Nothing is known of sandboxes that an earlier life of the agent made. */
  readonly #applied = new Map<string, LinkRates>();
  /** Sandboxes whose link lost a filter since they were looked at. */
  readonly #lost = new Set<string>();
  readonly #due: Signal;
  /** ovs-vswitchd removes the filter of a device that it opens, so also when it was started again. */
  readonly #monitor: NetlinkMonitor;
  #monitoring: Promise<void> | undefined;
  #supported = true;

  constructor(options: CeilingsOptions) {
    this.#options = options;
    this.#due = new Signal(() => this.#settleAll(), {
      onError: (error) => options.log.warn('a ceiling can not be set', { error }),
    });
    this.#monitor = new NetlinkMonitor({
      command: ['tc', 'monitor'],
      subject: 'filters of links',
      protocol: 0,
      onChange: (line) => this.#onFilterChange(line),
      log: options.log,
    });
  }

  /** Sets the ceilings of a link that nobody uses yet. */
  async prepare(sandbox: SandboxFacts): Promise<void> {
    // A link is made without filters.
    this.#applied.set(sandboxKey(sandbox), {});
    await this.#settle(sandbox);
  }

  /** To be called when ceilings or sandboxes may have changed. */
  changed(): void {
    if (this.#supported) this.#due.raise();
  }

  /** Resolves when nothing is watched any more. The filters stay. */
  async stop(): Promise<void> {
    await this.#due.stop();
    await this.#monitoring?.catch(() => undefined);
    await this.#monitor.stop();
  }

  /** One line of `tc monitor`; the empty line stands for lines that were missed. */
  #onFilterChange(line: string): void {
    if (line !== '' && !line.startsWith(`deleted qdisc tbf ${HANDLE}`)) return;
    const device = / dev (\S+)/.exec(line)?.[1];
    for (const sandbox of this.#options.sandboxes())
      if (line === '' || sandbox.hostInterface === device) this.#lost.add(sandboxKey(sandbox));
    this.changed();
  }

  async #settleAll(): Promise<void> {
    const sandboxes = this.#options.sandboxes();
    const keys = new Set(sandboxes.map(sandboxKey));
    for (const key of this.#applied.keys()) if (!keys.has(key)) this.#applied.delete(key);
    for (const key of this.#lost) if (!keys.has(key)) this.#lost.delete(key);
    for (const sandbox of sandboxes) await this.#settle(sandbox);
  }

  async #settle(sandbox: SandboxFacts): Promise<void> {
    const key = sandboxKey(sandbox);
    const wanted = this.#options.ratesOf(sandbox);
    if (this.#lost.delete(key)) this.#applied.delete(key);
    const applied = this.#applied.get(key);
    if (!wanted || !this.#supported || equal(wanted, applied)) return;
    try {
      if (wanted.Ingress) await this.#watch();
      await setFilter({ device: sandbox.hostInterface }, wanted.Ingress, applied?.Ingress, applied !== undefined);
      const inside = { device: sandbox.ifname, netns: sandbox.netns };
      await setFilter(inside, wanted.Egress, applied?.Egress, applied !== undefined);
      this.#applied.set(key, wanted);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      if (isUnsupported(error)) this.#giveUp(error);
      // The sandbox may have gone meanwhile; then its link needs nothing.
      else if (this.#options.sandboxes().some((each) => sandboxKey(each) === key)) throw error;
    }
  }

  /** Watches filters from the first one on. */
  async #watch(): Promise<void> {
    this.#monitoring ??= this.#monitor.start();
    try {
      await this.#monitoring;
    } catch (error) {
      this.#monitoring = undefined;
      this.#options.log.warn('filters can not be watched: one that is lost comes back with the next change', { error });
    }
  }

  #giveUp(error: CommandError): void {
    this.#supported = false;
    const problem = `The kernel or tc of this node knows no token bucket filter (${error.stderr.replaceAll('\n', '; ') || error.message}): where several rules of QoSPolicies limit one pod, each is held to the ceiling of its Subnet by itself, not their sum.`;
    this.#options.log.warn(problem);
    this.#options.onUnsupported(problem);
  }
}

/** @param known whether `applied` is all that the link has; else it is looked at before something is removed */
async function setFilter(
  end: LinkEnd,
  wanted: LinkRate | undefined,
  applied: LinkRate | undefined,
  known: boolean,
): Promise<void> {
  if (known && equal(wanted, applied)) return;
  if (wanted) {
    const { rate, burst } = wanted;
    // Refilled by a timer: a bucket of less than some milliseconds would run dry between two of its ticks.
    const bucket = Math.min(MOST_BYTES, Math.max(burst, Math.ceil((rate / 8) * 0.002)));
    const queue = Math.min(MOST_BYTES, bucket + Math.max(LEAST_QUEUE, Math.ceil((rate / 8) * WAIT)));
    const filter = ['tbf', 'rate', `${rate}bit`, 'burst', String(bucket), 'limit', String(queue)];
    await tc(end, ['qdisc', 'replace', 'dev', end.device, 'root', 'handle', HANDLE, ...filter]);
  } else if (await hasFilter(end)) {
    await tc(end, ['qdisc', 'delete', 'dev', end.device, 'root', 'handle', HANDLE]);
  }
}

async function hasFilter(end: LinkEnd): Promise<boolean> {
  const filters = JSON.parse((await tc(end, ['-j', 'qdisc', 'show', 'dev', end.device])) || '[]') as readonly {
    readonly handle?: string;
  }[];
  return filters.some(({ handle }) => handle === HANDLE);
}

function tc({ netns }: LinkEnd, args: readonly string[]): Promise<string> {
  return netns === undefined ? runCommand('tc', args) : runCommand('nsenter', [`--net=${netns}`, 'tc', ...args]);
}

/** What tc says where the kernel has no sch_tbf, and what is said where there is no tc. */
function isUnsupported({ stderr, message }: CommandError): boolean {
  return /qdisc kind is unknown|Unknown qdisc|spawn tc ENOENT|failed to execute tc/.test(`${stderr} ${message}`);
}
