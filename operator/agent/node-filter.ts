/**
 * Keeps the node's packet filter as it should be: tables of nftables, each written as one transaction when it shall be another, or when
 * somebody has changed it. They stay when the agent ends: traffic goes on.
 */
import type { Log } from '../../src/log.ts';
import { equal } from '../../src/store/equal.ts';
import type { FilterFacts } from '../../src/vswitch/facts.ts';
import { CommandError, runCommand } from './command.ts';
import { NetlinkMonitor } from './netlink-monitor.ts';
import type { NftTable } from './nft.ts';
import { Signal, settleEach } from './signal.ts';

/** How a {@link NodeFilter} is set up. */
export type NodeFilterOptions = {
  /** Called when it is in place, or can't be. */
  readonly onFacts: (facts: FilterFacts) => void;
  readonly log: Log;
  /** First pause after a failure, in milliseconds; it doubles up to 30 s. */
  readonly backOffMs?: number;
};

/** A table as it shall be. */
export interface WantedTable {
  readonly table: NftTable;
  /** Makes it so, whatever it is now. */
  readonly ruleset: string;
  /** Called each time it has been written, before it counts as in place. */
  readonly onWritten?: () => Promise<void>;
}

/** How often one look writes, when somebody else writes at the same time; his next change brings the next look. */
const ATTEMPTS = 5;

/** A table that is kept. */
interface Kept {
  wanted: WantedTable;
  /** Whether somebody may have changed it, or it is to be written. */
  due: boolean;
  /** What was written last, and how the kernel shows it: nft prints the same ruleset in its own words. */
  written?: { readonly ruleset: string; readonly shown: string } | undefined;
}

/** The packet filter of the network namespace that the process is in. */
export class NodeFilter {
  readonly #options: NodeFilterOptions;
  readonly #monitor: NetlinkMonitor;
  readonly #due: Signal;
  readonly #tables = new Map<string, Kept>();
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
      onChange: (line) => this.#changed(line),
      log: options.log,
    });
  }

  /** Begins to watch. A node without nftables says so when something is wanted. */
  start(): void {
    this.#monitor.startSupervised();
  }

  /** Says what a table shall be from now on. */
  want(wanted: WantedTable): void {
    const name = wanted.table.join(' ');
    const kept = this.#tables.get(name);
    if (kept?.wanted.ruleset === wanted.ruleset) {
      kept.wanted = wanted;
      return;
    }
    if (kept) Object.assign(kept, { wanted, due: true });
    else this.#tables.set(name, { wanted, due: true });
    this.#due.raise();
  }

  /** Resolves when nothing is going on any more. */
  async stop(): Promise<void> {
    await this.#monitor.stop();
    await this.#due.stop();
  }

  #changed(line: string): void {
    // `add rule inet NAME chain …`, and an empty line when lines may have been missed.
    const words = line.split(' ');
    for (const [name, kept] of this.#tables) {
      const [family, table] = kept.wanted.table;
      if (line !== '' && !words.some((word, index) => word === family && words[index + 1] === table)) continue;
      kept.due = true;
      this.#options.log.debug('the packet filter of the node may have changed', { table: name });
      this.#due.raise();
    }
  }

  async #look(): Promise<void> {
    await settleEach(
      [...this.#tables.values()].filter(({ due }) => due),
      async (kept) => {
        kept.due = false;
        try {
          await this.#settle(kept);
        } catch (error) {
          kept.due = true;
          throw error;
        }
      },
    );
    if (this.#tables.size > 0) this.#tell({ problem: undefined });
  }

  #failed(error: unknown): void {
    if (!(error instanceof CommandError)) throw error;
    this.#options.log.warn('the packet filter of the node can not be written', { error });
    this.#tell({ problem: problemOf(error) });
  }

  async #settle(kept: Kept): Promise<void> {
    const { log } = this.#options;
    const { table, ruleset, onWritten } = kept.wanted;
    let before = kept.written?.ruleset === ruleset ? kept.written.shown : undefined;
    if (before !== undefined) {
      if ((await shown(table)) === before) return;
      log.info('somebody else changed the packet filter of the node; it is put back', { table: table.join(' ') });
    }
    kept.written = undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await runCommand('nft', ['-f', '-'], { input: ruleset });
      const now = await shown(table);
      // Somebody may have changed it before this look, or before the one that is compared with: two that agree are right.
      if (before === undefined || now === before) {
        await onWritten?.();
        kept.written = { ruleset, shown: now };
        log.debug('the packet filter of the node was written', { table: table.join(' '), ruleset });
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

/** A table as nft prints it; empty when there is none. */
async function shown(table: NftTable): Promise<string> {
  try {
    return await runCommand('nft', ['list', 'table', ...table]);
  } catch (error) {
    if (error instanceof CommandError && error.stderr.includes('No such file or directory')) return '';
    throw error;
  }
}

function problemOf({ command: [program], message, stderr }: CommandError): string {
  return stderr === ''
    ? `The packet filter can not be written, because ${program} does not run (${message}): is nftables installed?`
    : `The kernel refuses the packet filter: ${stderr.split('\n', 1)[0]}.`;
}
