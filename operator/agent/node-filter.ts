/**
 * Keeps the node's packet filter as it should be: one nftables table, written as one transaction when it shall be another, or when
 * somebody has changed it. It stays when the agent ends: traffic goes on.
 */
import type { Log } from '../../src/log.ts';
import { equal } from '../../src/store/equal.ts';
import type { NodeEgress } from '../../src/topology/node-egress.ts';
import type { FilterFacts } from '../../src/vswitch/facts.ts';
import { CommandError, runCommand } from './command.ts';
import { NetlinkMonitor } from './netlink-monitor.ts';
import { rulesetOf, table } from './ruleset.ts';
import { Signal } from './signal.ts';

/** How a {@link NodeFilter} is set up. */
export type NodeFilterOptions = {
  /** Called when it is in place, or can't be. */
  readonly onFacts: (facts: FilterFacts) => void;
  readonly log: Log;
  /** First pause after a failure, in milliseconds; it doubles up to 30 s. */
  readonly backOffMs?: number;
};

/** How often one look writes, when somebody else writes at the same time; his next change brings the next look. */
const ATTEMPTS = 5;

/** The packet filter of the network namespace that the process is in. */
export class NodeFilter {
  readonly #options: NodeFilterOptions;
  readonly #monitor: NetlinkMonitor;
  readonly #due: Signal;
  #wanted: NodeEgress | undefined;
  /** What was written last, and how the kernel shows it: nft prints the same ruleset in its own words. */
  #written: { readonly ruleset: string; readonly shown: string } | undefined;
  #facts: FilterFacts | undefined;

  constructor(options: NodeFilterOptions) {
    this.#options = options;
    this.#due = new Signal(() => this.#look(), {
      onError: (error) => this.#failed(error),
      backOffMs: options.backOffMs,
    });
    this.#monitor = new NetlinkMonitor({
      // Rules only: nft 1.0.6 prints the elements of others' concatenated sets from memory that is not theirs, and may die of it.
      command: ['nft', 'monitor', 'rules'],
      subject: 'packet filter rules',
      protocol: 12,
      onChange: (line) => {
        if (line === '' || line.includes(table.join(' '))) this.#due.raise();
      },
      log: options.log,
    });
  }

  /** Begins to watch. A node without nftables says so when something is wanted. */
  start(): void {
    this.#monitor.startSupervised();
  }

  /** Says what is wanted from now on. */
  want(egress: NodeEgress): void {
    if (equal(egress, this.#wanted)) return;
    this.#wanted = egress;
    this.#due.raise();
  }

  /** Resolves when nothing is going on any more. */
  async stop(): Promise<void> {
    await this.#monitor.stop();
    await this.#due.stop();
  }

  async #look(): Promise<void> {
    if (!this.#wanted) return;
    await this.#settle(rulesetOf(this.#wanted));
    this.#tell({ problem: undefined });
  }

  #failed(error: unknown): void {
    if (!(error instanceof CommandError)) throw error;
    this.#options.log.warn('the packet filter of the node can not be written', { error });
    this.#tell({ problem: problemOf(error) });
  }

  async #settle(ruleset: string): Promise<void> {
    const { log } = this.#options;
    let before = this.#written?.ruleset === ruleset ? this.#written.shown : undefined;
    if (before !== undefined) {
      if ((await shown()) === before) return;
      log.info('somebody else changed the packet filter of the node; it is put back', { table: table.join(' ') });
    }
    this.#written = undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await runCommand('nft', ['-f', '-'], { input: ruleset });
      const now = await shown();
      // Somebody may have changed it before this look, or before the one that is compared with: two that agree are right.
      if (before === undefined || now === before) {
        this.#written = { ruleset, shown: now };
        log.debug('the packet filter of the node was written', { ruleset });
        return;
      }
      before = now;
    }
  }

  #tell(facts: FilterFacts): void {
    if (equal(facts, this.#facts)) return;
    this.#facts = facts;
    this.#options.onFacts(facts);
  }
}

/** The table as nft prints it; empty when there is none. */
async function shown(): Promise<string> {
  try {
    return await runCommand('nft', ['list', 'table', ...table]);
  } catch (error) {
    if (error instanceof CommandError && error.stderr.includes('No such file or directory')) return '';
    throw error;
  }
}

function problemOf({ message, stderr }: CommandError): string {
  return stderr === ''
    ? `The packet filter can not be written, because nft does not run (${message}): is nftables installed?`
    : `The kernel refuses the packet filter: ${stderr.split('\n', 1)[0]}.`;
}
