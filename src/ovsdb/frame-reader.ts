/**
 * Cuts a byte stream into JSON texts (JSON-RPC 1.0 over a stream has no framing of its own, RFC 7047 section 4).
 * Works on bytes, so that no split of a chunk, not even within a character, matters; each byte is looked at once.
 */
import { OvsdbProtocolError } from './errors.ts';

/** Limits against a hostile or broken peer. */
export type FrameLimits = {
  /** Largest message in bytes. Default 500 MiB, below V8's longest string. */
  readonly maxBytes?: number;
  /** Deepest nesting of arrays and objects. Default 256; OVSDB needs about 8. */
  readonly maxDepth?: number;
};

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** One reader per connection; after it threw, the stream is lost and so is the reader. */
export class FrameReader {
  readonly #maxBytes: number;
  readonly #maxDepth: number;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #parts: Uint8Array[] = [];
  #bytes = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;

  constructor(limits: FrameLimits = {}) {
    this.#maxBytes = limits.maxBytes ?? 500 * 1024 * 1024;
    this.#maxDepth = limits.maxDepth ?? 256;
  }

  /** Bytes of the message that is still incomplete. */
  get pendingBytes(): number {
    return this.#bytes;
  }

  /** Yields each message that `chunk` completes. Throws `OvsdbProtocolError`; messages before the fault were yielded. */
  *push(chunk: Uint8Array): Generator<unknown> {
    for (let start = 0; start < chunk.length; ) {
      if (this.#depth === 0) {
        start = this.#begin(chunk, start);
        if (start === chunk.length) return;
      }
      const end = this.#scan(chunk, start);
      this.#take(chunk.subarray(start, end));
      start = end;
      if (this.#depth === 0) yield this.#finish();
    }
  }

  /** Where the next message begins: at a brace after any space. */
  #begin(chunk: Uint8Array, from: number): number {
    let i = from;
    while (i < chunk.length && isSpace(chunk[i] as number)) i++;
    const byte = chunk[i];
    if (byte !== undefined && byte !== openBrace)
      throw new OvsdbProtocolError(`byte 0x${byte.toString(16)} where a JSON object should begin`);
    return i;
  }

  /** Where the present message ends, or the chunk. Apart from the generator, whose loops V8 does not make fast. */
  #scan(chunk: Uint8Array, from: number): number {
    let depth = this.#depth;
    let inString = this.#inString;
    let escaped = this.#escaped;
    let i = from;
    while (i < chunk.length) {
      const byte = chunk[i++] as number;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) inString = false;
      } else if (byte === quote) {
        inString = true;
      } else if (byte === openBrace || byte === openBracket) {
        if (++depth > this.#maxDepth) throw new OvsdbProtocolError(`message nested deeper than ${this.#maxDepth}`);
      } else if (byte === closeBrace || byte === closeBracket) {
        if (--depth === 0) break;
      }
    }
    this.#depth = depth;
    this.#inString = inString;
    this.#escaped = escaped;
    return i;
  }

  #take(part: Uint8Array): void {
    this.#bytes += part.length;
    if (this.#bytes > this.#maxBytes) throw new OvsdbProtocolError(`message longer than ${this.#maxBytes} bytes`);
    this.#parts.push(part);
  }

  #finish(): unknown {
    const [first] = this.#parts;
    const bytes = this.#parts.length === 1 && first !== undefined ? first : Buffer.concat(this.#parts, this.#bytes);
    this.#parts = [];
    this.#bytes = 0;
    try {
      return JSON.parse(this.#decoder.decode(bytes)) as unknown;
    } catch (error) {
      throw new OvsdbProtocolError(`not a JSON message: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
}
