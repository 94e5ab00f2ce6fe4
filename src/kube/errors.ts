/**
 * What can go wrong between us and the API server, as one typed error that says whether the request may have been
 * executed: the one fact that decides whether a write may be tried again.
 */

/** One entry of `Status.details.causes`: which field the server complains about. */
export interface StatusCause {
  readonly reason?: string | undefined;
  readonly message?: string | undefined;
  readonly field?: string | undefined;
}

/** `metav1.Status`, as far as we read it. */
export interface Status {
  readonly kind?: string;
  readonly status?: string;
  readonly code?: number;
  readonly reason?: string;
  readonly message?: string;
  readonly details?: {
    readonly name?: string;
    readonly causes?: readonly StatusCause[];
    readonly retryAfterSeconds?: number;
  };
}

/** Everything that describes a {@link KubeError} besides its message. */
export interface KubeErrorFacts {
  readonly status?: number;
  readonly reason: string;
  readonly causes?: readonly StatusCause[] | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly executed: 'no' | 'unknown';
  readonly cause?: unknown;
}

/**
 * A call that failed.
 *
 * `reason` is the server's (`NotFound`, `AlreadyExists`, `Conflict`, `Expired`, `Gone`, `Invalid`, `Forbidden`, …) or one of ours:
 * `Unreachable` (no connection, nothing sent), `ConnectionLost` (after sending), `DeadlineExceeded`, `Fenced`
 * (refused locally by the client's fence) and `BadResponse` (not what the API promises).
 */
export class KubeError extends Error {
  /** HTTP status; 0 when no response came. */
  readonly status: number;
  readonly reason: string;
  readonly causes: readonly StatusCause[];
  /** The server's wish (`Retry-After` header or Status), in seconds. */
  readonly retryAfterSeconds: number | undefined;
  /** `no`: the server surely changed nothing. `unknown`: it may have; read before writing again. */
  readonly executed: 'no' | 'unknown';

  constructor(message: string, facts: KubeErrorFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'KubeError';
    this.status = facts.status ?? 0;
    this.reason = facts.reason;
    this.causes = facts.causes ?? [];
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.executed = facts.executed;
  }

  /** 404: the object (or the whole resource type) does not exist. */
  get notFound(): boolean {
    return this.status === 404;
  }

  /** 409 on create: an object of this name exists. */
  get alreadyExists(): boolean {
    return this.status === 409 && this.reason === 'AlreadyExists';
  }

  /** 409: the object changed since it was read, or a precondition does not hold. */
  get conflict(): boolean {
    return this.status === 409 && this.reason !== 'AlreadyExists';
  }

  /** 410: the requested resourceVersion or continue token is compacted away; list again. */
  get gone(): boolean {
    return this.status === 410;
  }
}

/**
 * Makes the error of an HTTP error answer or of an `ERROR` watch event.
 * @param status HTTP status, or `code` of the Status when it came as an event
 * @param body the parsed body if it was a Status; a plain text body becomes the message
 */
export function errorFromStatus(
  what: string,
  status: number,
  body: Status | string | undefined,
  retryAfterSeconds?: number,
): KubeError {
  const parsed: Status = typeof body === 'object' ? body : {};
  const text = typeof body === 'string' ? body.trim().slice(0, 500) : parsed.message;
  // An answer of 4xx is a refusal; 5xx may come from behind the point of execution (a timeout waiting for etcd).
  const executed = status >= 500 || status < 400 ? 'unknown' : 'no';
  return new KubeError(`${what}: ${text || `HTTP ${status}`}`, {
    status,
    reason: parsed.reason || defaultReason(status),
    causes: parsed.details?.causes,
    retryAfterSeconds: retryAfterSeconds ?? parsed.details?.retryAfterSeconds,
    executed,
  });
}

function defaultReason(status: number): string {
  switch (status) {
    case 401:
      return 'Unauthorized';
    case 403:
      return 'Forbidden';
    case 404:
      return 'NotFound';
    case 409:
      return 'Conflict';
    case 410:
      return 'Gone';
    case 429:
      return 'TooManyRequests';
    default:
      return status >= 500 ? 'ServerError' : 'BadRequest';
  }
}
