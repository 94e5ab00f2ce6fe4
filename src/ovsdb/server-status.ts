/**
 * What a server says about itself in its `_Server` database (ovsdb-server(5)), and the decision whether its copy of our
 * database is good enough. Pure.
 */

/** A row of `_Server` table `Database`. */
export type DatabaseStatus = {
  readonly _uuid: string;
  readonly name: string;
  readonly model: string;
  /** In contact with its storage: a majority of the cluster, or the relay's source. */
  readonly connected: boolean;
  readonly leader: boolean;
  readonly cid: string | undefined;
  readonly sid: string | undefined;
  /** Last log entry shown to clients; grows only. Clustered databases only. */
  readonly index: number | undefined;
};

/** The newest state of a cluster that this client has seen, over all servers. */
export type SeenIndex = { readonly cid: string; readonly index: number };

/** Why the server is not to be used now, or `undefined` when it is fine. */
export function objection(
  status: DatabaseStatus | undefined,
  database: string,
  leaderOnly: boolean,
  seen: SeenIndex | undefined,
): string | undefined {
  if (status === undefined) return `database ${database} is not served`;
  if (!status.connected) return `database ${database} is cut off from its cluster`;
  if (leaderOnly && !status.leader) return `not the leader of ${database}`;
  if (seen !== undefined && status.cid === seen.cid && (status.index ?? 0) < seen.index) {
    return `database ${database} is stale: at index ${status.index ?? 0}, already seen ${seen.index}`;
  }
  return undefined;
}

/** The newer of what was seen and what the server shows; another cluster id starts over. */
export function advance(seen: SeenIndex | undefined, status: DatabaseStatus): SeenIndex | undefined {
  if (status.cid === undefined || status.index === undefined) return status.model === 'clustered' ? seen : undefined;
  if (seen !== undefined && seen.cid === status.cid && seen.index >= status.index) return seen;
  return { cid: status.cid, index: status.index };
}
