/**
 * The node's network cards of ProviderNetworks: each becomes a port of a bridge, and what the node itself had on it (addresses, routes)
 * goes over to the bridge and comes back when the ProviderNetwork goes. Only cards that a cluster-scoped object names are touched.
 *
 * Every step is in the database before anything is done in the kernel, so an agent that is killed goes on where it was. A move must
 * prove itself: when the neighbours that answered before are not heard within ten seconds, it is undone and not tried again until the
 * wish or the card changes. What can be repaired is repaired whenever the kernel or the database say that something changed.
 */
import type { NodeNetworkProviderNetwork } from '../../src/api/index.ts';
import type { Log } from '../../src/log.ts';
import { equal } from '../../src/store/equal.ts';
import { obtain } from '../../src/store/obtain.ts';
import type { Uplink } from '../../src/topology/provider-networks.ts';
import type { UplinkFacts, UplinkMemory } from '../../src/vswitch/facts.ts';
import { isAttached, memoryText } from '../../src/vswitch/uplink.ts';
import { CommandError } from './command.ts';
import { type IpCommand, runBatch } from './ip-batch.ts';
import {
  bringUp,
  type Card,
  hears,
  merged,
  neighboursOf,
  observeCard,
  offloadsOf,
  setOffloads,
  takeAway,
} from './network-card.ts';
import { Signal } from './signal.ts';
import { setSysctl } from './sysctl.ts';
import type { UplinkRows } from './uplink-rows.ts';
import { shieldCards } from './uplink-shield.ts';

/** How {@link Uplinks} is set up. */
export type UplinksOptions = {
  readonly rows: Pick<UplinkRows, 'ownerOf' | 'memoryOf' | 'holderOf' | 'stateOf'>;
  /** Names of the networks that somebody else maps to a bridge, with that bridge. */
  readonly foreignMappings: () => readonly string[];
  /** Addresses that the node's tunnels use. */
  readonly tunnelAddresses: () => readonly string[];
  /** Whether ovs-vswitchd itself forwards the packets (datapath_type netdev). */
  readonly userspace: () => boolean;
  /** Called when the facts of a network change; with `undefined` when nothing of it is left. */
  readonly onFacts: (network: string, facts: UplinkFacts | undefined) => void;
  readonly log: Log;
  /** For how long a move may prove itself, in milliseconds; ten seconds when absent. */
  readonly proofMs?: number;
};

/** For how long a move may prove itself. */
const PROOF_MS = 10_000;

type State = NonNullable<NodeNetworkProviderNetwork['state']>;

/** Keeps the network cards of all ProviderNetworks as they should be. */
export class Uplinks {
  readonly #options: UplinksOptions;
  readonly #stopping = new AbortController();
  readonly #facts = new Map<string, UplinkFacts>();
  readonly #signals = new Map<string, Signal>();
  /** When the present move must have proved itself, by network, in the time of `performance.now()`. */
  readonly #deadlines = new Map<string, { readonly at: number; readonly timer: NodeJS.Timeout }>();
  /** `undefined` while it is not known what is wanted: then what is there is kept in order. */
  #wanted: readonly Uplink[] | undefined;
  /** Networks whose card is about to leave its bridge: the kernel may have its packets again. */
  readonly #leaving = new Set<string>();
  #shielding: Promise<void> = Promise.resolve();
  readonly #shield = new Signal(() => this.#shieldCards(), {
    onError: (error) =>
      this.#options.log.warn('the kernel can not be kept off the network cards of bridges', { error }),
  });

  constructor(options: UplinksOptions) {
    this.#options = options;
  }

  /** Takes over what an earlier life of the agent made, before the line compares it with what is wanted. */
  recall(found: ReturnType<UplinkRows['recall']>): void {
    for (const { network, facts } of found) this.#tell(network, facts);
    this.#shield.raise();
    this.look();
  }

  /** Says what is wanted from now on. */
  want(uplinks: readonly Uplink[]): void {
    this.#wanted = uplinks;
    this.look();
  }

  /** Looks at everything again. */
  look(): void {
    if (this.#stopping.signal.aborted) return;
    for (const network of new Set([...this.#facts.keys(), ...(this.#wanted ?? []).map((each) => each.network)]))
      this.#signal(network).raise();
    if (this.#facts.size > 0) this.#shield.raise();
  }

  /** Whether a line of `ip monitor` concerns one of the cards or bridges; the empty line concerns all. */
  concerns(line: string): boolean {
    return line === '' || this.devices().some((device) => mentions(line, device));
  }

  /** Names of all cards and bridges. */
  devices(): readonly string[] {
    const wanted = (this.#wanted ?? []).map((each) => each.interface);
    return [...new Set([...[...this.#facts.values()].flatMap((each) => [each.interface, each.bridge]), ...wanted])];
  }

  /** Ends; resolves when no command is under way. What was begun goes on in the next life. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('the agent is stopping'));
    for (const { timer } of this.#deadlines.values()) clearTimeout(timer);
    await Promise.all([...this.#signals.values(), this.#shield].map((signal) => signal.stop()));
  }

  #signal(network: string): Signal {
    return obtain(
      this.#signals,
      network,
      () => new Signal(() => this.#settle(network), { onError: (error) => this.#failed(network, error) }),
    );
  }

  #failed(network: string, error: unknown): void {
    this.#options.log.warn('the network card of a ProviderNetwork can not be put in order', { network, error });
    const facts = this.#facts.get(network);
    const message = error instanceof CommandError ? error.stderr.replaceAll('\n', '; ') : String(error);
    if (facts) this.#tell(network, { ...facts, state: undefined, message: `It is tried again: ${message}` });
  }

  /** One step, or as many as can be done now: what comes next is told by the kernel or the database. */
  async #settle(network: string): Promise<void> {
    const facts = this.#facts.get(network);
    const uplink = this.#wanted?.find((each) => each.network === network);
    if (!facts?.memory) {
      if (uplink) await this.#begin(uplink);
      else if (facts && this.#wanted) this.#tell(network, undefined);
      return;
    }
    const { memory } = facts;
    // First of all in the database: it is what a next life of the agent starts from.
    if (this.#options.rows.memoryOf(network, facts.bridge) !== memoryText(memory)) return;
    const kept = !this.#wanted || (uplink && !uplink.takenBy && uplink.interface === memory.interface);
    if (memory.step === 'returning') await this.#return(network, facts, memory);
    else if (!kept) await this.#giveBack(network, facts, { ...memory, problem: undefined });
    else if (memory.step === 'undone') await this.#stayUndone(network, facts, memory, uplink);
    else if (uplink && mtuOf(uplink, memory) !== memory.mtuWanted)
      this.#tell(network, { ...facts, memory: { ...memory, ...mtuWanted(mtuOf(uplink, memory)) } });
    else if (memory.step === 'preparing') await this.#prepare(network, facts, memory);
    else if (memory.step === 'moving') await this.#move(network, facts, memory);
    else await this.#maintain(network, facts, memory);
  }

  /** Nothing is there yet: looks whether the card may be taken, and remembers what it is like. */
  async #begin(uplink: Uplink): Promise<void> {
    const { network, interface: device, bridge, mtu } = uplink;
    const facts: UplinkFacts = { interface: device, bridge, state: undefined, message: undefined, memory: undefined };
    const seen = await observeCard(device);
    const hindrance = seen ? this.#hindrance(uplink, seen) : notFound(device);
    if (hindrance || !seen) {
      this.#tell(network, { ...facts, ...hindrance });
      return;
    }
    // Another network of ours has not let go of it yet; the database tells when it has.
    if (this.#options.rows.holderOf(device) || this.#options.rows.ownerOf(bridge) !== undefined) {
      this.#tell(network, facts);
      return;
    }
    const moves = seen.addresses.length > 0;
    const memory: UplinkMemory = {
      interface: device,
      step: moves ? 'preparing' : 'moved',
      mac: seen.mac,
      mtu: seen.mtu,
      ...mtuWanted(mtu),
      offloads: this.#options.userspace() ? await offloadsOf(device) : [],
      addresses: seen.addresses,
      routes: moves ? seen.routes : [],
      neighbours: moves ? await neighboursOf(device, seen) : [],
      attempt: attemptOf(uplink, seen),
    };
    this.#options.log.info('a network card becomes the uplink of a ProviderNetwork', {
      ...{ network, device, bridge, addresses: memory.addresses.map(({ cidr }) => cidr) },
      neighbours: memory.neighbours,
    });
    this.#tell(network, { ...facts, memory });
  }

  /** Why a card can't be taken: it, or the bridge's name, is somebody else's. */
  #hindrance(uplink: Uplink, seen: Card): { state: State; message: string } | undefined {
    const { network, interface: device, bridge, takenBy } = uplink;
    const inUse = (message: string) => ({ state: 'InterfaceInUse' as const, message });
    if (takenBy !== undefined)
      return inUse(`${device} is the uplink of providernetworks.subnetes.io ${takenBy}. Choose another network card.`);
    const tunnel = this.#options.tunnelAddresses();
    const own = seen.addresses.find(({ cidr }) => tunnel.includes(cidr.split('/', 1)[0] ?? ''));
    if (own)
      return inUse(
        `${device} carries the node's tunnels (${own.cidr}), which would be cut. Choose another network card.`,
      );
    if (seen.master !== undefined && seen.master !== 'ovs-system')
      return inUse(`${device} is a member of ${seen.master}. Take it out, or choose ${seen.master} or another card.`);
    const holder = this.#options.rows.holderOf(device);
    if (holder && !holder.owner.startsWith('Uplink/'))
      return inUse(`${device} is a port of the bridge ${holder.bridge}. Remove it there, or choose another card.`);
    const owner = this.#options.rows.ownerOf(bridge);
    if (owner !== undefined && !owner.startsWith('Uplink/'))
      return inUse(`There is a bridge ${bridge} that Subnetes did not make. Remove it, or rename the ProviderNetwork.`);
    const mapping = this.#options.foreignMappings().find((entry) => entry.startsWith(`${network}:`));
    if (mapping !== undefined)
      return inUse(
        `Open vSwitch maps ${network} to another bridge already (external_ids:ovn-bridge-mappings, ${mapping}). Remove that entry.`,
      );
    return undefined;
  }

  /** The bridge gets all that the card has, before it gets the card: the node is never without. */
  async #prepare(network: string, facts: UplinkFacts, memory: UplinkMemory): Promise<void> {
    const bridge = await observeCard(facts.bridge);
    if (!bridge) return; // ovs-vswitchd is about to make it
    await this.#apply(network, [
      ...(bridge.mac === memory.mac ? [] : [['link', 'set', 'dev', facts.bridge, 'address', memory.mac]]),
      ...bringUp(facts.bridge, bridge, memory.addresses, []),
    ]);
    this.#tell(network, { ...facts, memory: { ...memory, step: 'moving' } });
  }

  /** The card is a port of the bridge: routes and addresses go over, and then the neighbours must be heard. */
  async #move(network: string, facts: UplinkFacts, memory: UplinkMemory): Promise<void> {
    const { signal } = this.#stopping;
    const deadline = this.#deadline(network);
    const undo = (problem: string) => this.#giveBack(network, facts, { ...memory, problem });
    const { up, error } = this.#options.rows.stateOf(memory.interface);
    if (error !== undefined) return undo(`Open vSwitch can not use ${memory.interface}: ${error}.`);
    const moved = up && (await this.#goOver(network, facts, memory));
    const seconds = Math.ceil((deadline - performance.now()) / 1000);
    if (moved && (await hears(facts.bridge, memory.neighbours, Math.max(1, seconds), signal))) {
      this.#deadlineMet(network);
      this.#options.log.info("a network card's addresses moved to its bridge", { network, device: memory.interface });
      this.#tell(network, { ...facts, memory: { ...memory, step: 'moved' } });
      return;
    }
    if (performance.now() < deadline) return; // the bridge's device or port is still in the making
    const silent = memory.neighbours.join(', ');
    return undo(
      moved
        ? `Behind ${facts.bridge} the node no longer heard ${silent}, which answered before. See what ${memory.interface} is connected to; it is tried again when the ProviderNetwork or the network card changes.`
        : `Open vSwitch did not make ${facts.bridge} with ${memory.interface}. See whether ovs-vswitchd runs; it is tried again when the ProviderNetwork or the network card changes.`,
    );
  }

  /**
   * What is on the card goes over to the bridge.
   * @returns false while that can't be done: there is no bridge or card, or the card got more meanwhile, which must be remembered first
   */
  async #goOver(network: string, facts: UplinkFacts, memory: UplinkMemory): Promise<boolean> {
    const [card, bridge] = await Promise.all([observeCard(memory.interface), observeCard(facts.bridge)]);
    if (!card || !bridge) return false;
    const all = card.addresses.length > 0 ? merged(memory, card) : memory;
    if (all.addresses.length > memory.addresses.length || all.routes.length > memory.routes.length) {
      this.#tell(network, { ...facts, memory: all });
      return false;
    }
    if (this.#options.userspace()) await setOffloads(memory.interface, memory.offloads, 'off');
    // A node that learns its routes from router advertisements goes on doing so: on the bridge.
    if (memory.routes.some(({ protocol }) => protocol === 'ra'))
      await setSysctl(`ipv6/conf/${facts.bridge}/accept_ra`, 2);
    await this.#apply(network, [
      ...(card.up ? [] : [['link', 'set', 'dev', memory.interface, 'up']]),
      // A bridge without addresses stays down: the node does not take part in that network.
      ...(memory.addresses.length === 0
        ? []
        : [
            ...(bridge.mac === memory.mac ? [] : [['link', 'set', 'dev', facts.bridge, 'address', memory.mac]]),
            ...bringUp(facts.bridge, bridge, memory.addresses, memory.routes),
            ...takeAway(memory.interface, card, memory.addresses),
          ]),
    ]);
    await this.#tryShield();
    return true;
  }

  /** In force: what somebody took away is put back, and what the node got on the card meanwhile goes over as well. */
  async #maintain(network: string, facts: UplinkFacts, memory: UplinkMemory): Promise<void> {
    const { interface: device } = memory;
    const [card] = await Promise.all([observeCard(device), this.#goOver(network, facts, memory)]);
    if (memoryText(this.#facts.get(network)?.memory ?? memory) !== memoryText(memory)) return; // more to remember first
    const { up, carrier, error } = this.#options.rows.stateOf(device);
    if (!card) this.#tell(network, { ...facts, ...notFound(device) });
    else if (error !== undefined)
      this.#tell(network, {
        ...facts,
        state: 'InterfaceNotFound',
        message: `Open vSwitch can not use ${device}: ${error}.`,
      });
    // A port without a number is about to get one; what was said before stands.
    else if (up)
      this.#tell(network, { ...facts, ...(carrier ? { state: 'Ready', message: undefined } : linkDown(device)) });
  }

  /** The card gets back all that went over to the bridge while both are still connected; then it leaves the bridge. */
  async #giveBack(
    network: string,
    facts: UplinkFacts,
    { problem, ...memory }: Omit<UplinkMemory, 'problem'> & { readonly problem: string | undefined },
  ): Promise<void> {
    this.#deadlineMet(network);
    this.#options.log.info('a network card leaves its bridge', {
      ...{ network, device: memory.interface },
      ...(problem === undefined ? {} : { problem }),
    });
    this.#leaving.add(network);
    await this.#tryShield();
    await this.#comeBack(network, facts, memory);
    const next: UplinkMemory = { ...memory, step: 'returning', ...(problem === undefined ? {} : { problem }) };
    this.#tell(network, { ...facts, state: undefined, message: undefined, memory: next });
  }

  /** What is on the bridge goes back to the card. */
  async #comeBack(network: string, facts: UplinkFacts, memory: UplinkMemory): Promise<void> {
    const [card, bridge] = await Promise.all([observeCard(memory.interface), observeCard(facts.bridge)]);
    if (!card) return; // nothing to give it back to
    const { addresses, routes } = bridge ? merged(memory, bridge) : memory;
    if (addresses.length === 0) return;
    await this.#apply(network, [
      ...bringUp(memory.interface, card, addresses, routes),
      ...(bridge ? takeAway(facts.bridge, bridge, addresses) : []),
    ]);
  }

  /** The card is out of the bridge as soon as the database says so: what is still missing on it comes back. */
  async #return(network: string, facts: UplinkFacts, memory: UplinkMemory): Promise<void> {
    const { interface: device, problem } = memory;
    this.#leaving.add(network);
    if (this.#options.rows.holderOf(device)?.bridge === facts.bridge) return;
    await this.#tryShield();
    await this.#comeBack(network, facts, memory);
    const card = await observeCard(device);
    if (card && this.#options.userspace()) await setOffloads(device, memory.offloads, 'on');
    if (card && memory.mtuWanted !== undefined && card.mtu !== memory.mtu)
      await this.#apply(network, [['link', 'set', 'dev', device, 'mtu', String(memory.mtu)]]);
    this.#leaving.delete(network);
    if (problem !== undefined)
      this.#tell(network, { ...facts, state: 'RolledBack', message: problem, memory: { ...memory, step: 'undone' } });
    else this.#release(network, facts);
  }

  /** Rolled back: as it is until the wish or the card is another. */
  async #stayUndone(
    network: string,
    facts: UplinkFacts,
    memory: UplinkMemory,
    uplink: Uplink | undefined,
  ): Promise<void> {
    const card = uplink && (await observeCard(memory.interface));
    if (uplink && card && attemptOf(uplink, card) !== memory.attempt) this.#release(network, facts);
    else this.#tell(network, { ...facts, state: 'RolledBack', message: memory.problem });
  }

  /** The bridge goes; what is wanted now is begun anew. */
  #release(network: string, { interface: device, bridge }: UplinkFacts): void {
    const empty = { state: undefined, message: undefined, memory: undefined };
    const wanted = this.#wanted?.some((each) => each.network === network);
    this.#tell(network, wanted ? { interface: device, bridge, ...empty } : undefined);
    this.#signal(network).raise();
  }

  async #apply(network: string, commands: readonly IpCommand[]): Promise<void> {
    if (commands.length === 0) return;
    this.#options.log.info('the uplink of a ProviderNetwork is put in order', {
      network,
      commands: commands.map((command) => command.join(' ')),
    });
    await runBatch(commands);
  }

  /** The cards that ovs-vswitchd has for itself. One after the other: the last call knows best. */
  #shieldCards(): Promise<void> {
    this.#shielding = this.#shielding
      .catch(() => undefined)
      .then(() => {
        const cards = [...this.#facts].flatMap(([network, facts]) =>
          isAttached(facts) && !this.#leaving.has(network) ? [facts.interface] : [],
        );
        return shieldCards(this.#options.userspace() ? cards : []);
      });
    return this.#shielding;
  }

  /** A node without nft answers some packets twice, which is better than not to be connected; it is tried again by itself. */
  async #tryShield(): Promise<void> {
    await this.#shieldCards().catch(() => this.#shield.raise());
  }

  #deadline(network: string): number {
    const { proofMs = PROOF_MS } = this.#options;
    return obtain(this.#deadlines, network, () => ({
      at: performance.now() + proofMs,
      timer: setTimeout(() => this.#signal(network).raise(), proofMs),
    })).at;
  }

  #deadlineMet(network: string): void {
    clearTimeout(this.#deadlines.get(network)?.timer);
    this.#deadlines.delete(network);
  }

  #tell(network: string, facts: UplinkFacts | undefined): void {
    if (equal(facts, this.#facts.get(network))) return;
    if (facts) this.#facts.set(network, facts);
    else this.#facts.delete(network);
    this.#options.onFacts(network, facts);
  }
}

/** One try of one wish with one card: it is not repeated after it failed. */
const attemptOf = ({ revision }: Uplink, { index, mac }: Card): string => `${revision} ${index} ${mac}`;

/** The MTU to ask for, in bytes: when it is no longer given, what the card had before. */
const mtuOf = ({ mtu }: Uplink, memory: UplinkMemory): number | undefined =>
  mtu ?? (memory.mtuWanted === undefined ? undefined : memory.mtu);

const mtuWanted = (mtu: number | undefined) => (mtu === undefined ? {} : { mtuWanted: mtu });

const notFound = (device: string): { state: State; message: string } => ({
  state: 'InterfaceNotFound',
  message: `The node has no network card ${device}. Correct the name, for this node alone in spec.providerNetworks of its NodeNetwork.`,
});

/** Whether a line of `ip monitor` speaks of an interface. */
const mentions = (line: string, device: string): boolean => line.split(/[\s@:]+/).includes(device);

const linkDown = (device: string): { state: State; message: string } => ({
  state: 'LinkDown',
  message: `The network card ${device} has no link. See its cable and the switch port; no Gateway is carried here meanwhile if another node can.`,
});
