/**
 * A look at what the API server has committed, for decisions that a lagging watch would get wrong: the Vpcs and Subnets, and one
 * namespace's labels. Reads only; many who ask at once share one look.
 */
import { KubeError, type KubeObject } from '../../src/kube/index.ts';
import { sources } from '../../src/topology/sources.ts';
import type { StageContext } from './stage.ts';

/** Looks, one after the other. */
export class FreshLook {
  readonly #context: StageContext;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  /** Namespaces that the next look asks for. */
  #namespaces = new Set<string>();

  constructor(context: StageContext) {
    this.#context = context;
  }

  /** Resolves when the store holds every Vpc and Subnet, and the namespace, as committed before the call. @throws KubeError */
  look(namespace: string): Promise<void> {
    this.#namespaces.add(namespace);
    // The look that runs may have begun before what this caller must see was committed; the next one has not.
    this.#next ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#next = undefined;
        this.#running = this.#lookNow();
        return this.#running;
      });
    return this.#next;
  }

  async #lookNow(): Promise<void> {
    const { client, feed, line } = this.#context;
    const namespaces = [...this.#namespaces];
    this.#namespaces = new Set();
    const lists = await Promise.all([
      client.list<KubeObject>(sources.Vpc.type),
      client.list<KubeObject>(sources.Subnet.type),
    ]);
    const named = await Promise.all(namespaces.map((name) => this.#namespace(name)));
    for (const vpc of lists[0].items) feed.put('Vpc', vpc);
    for (const subnet of lists[1].items) feed.put('Subnet', subnet);
    for (const namespace of named) if (namespace) feed.put('Namespace', namespace);
    // The line takes things in in order, and not while it translates.
    await new Promise<void>((resolve) => line.submit(resolve));
  }

  async #namespace(name: string): Promise<KubeObject | undefined> {
    try {
      return await this.#context.client.get<KubeObject>(sources.Namespace.type, { name });
    } catch (error) {
      if (error instanceof KubeError && error.status === 404) return undefined;
      throw error;
    }
  }
}
