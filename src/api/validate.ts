/**
 * The front door to the generated validators: is this object what its type says? The API server has asked already; a kind asks again
 * because an older CRD or `--validate=false` lets objects through, which must end as a condition and never as a crash.
 */
import { formats } from './formats.ts';
import type { KindName } from './generated/kinds.ts';
import type { Kinds } from './generated/types.ts';
import {
  validateGateway,
  validateIP,
  validateLoadBalancerIPPool,
  validateMirrorSession,
  validateNetworkConfig,
  validateNodeNetwork,
  validateProviderNetwork,
  validateQoSPolicy,
  validateSubnet,
  validateVpc,
} from './generated/validators.ts';

/** One thing that is wrong with an object. */
export interface Violation {
  /** The field, as `spec.cidrs[0]`. */
  readonly path: string;
  /** What is wrong with it and what to write instead; continues a sentence that begins with the path. */
  readonly message: string;
}

/** The part of ajv's `ErrorObject` that is read here. */
interface ValidatorError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

type Validator = ((value: unknown) => boolean) & { readonly errors?: readonly ValidatorError[] | null };

const validators = {
  Vpc: validateVpc,
  Subnet: validateSubnet,
  IP: validateIP,
  Gateway: validateGateway,
  QoSPolicy: validateQoSPolicy,
  MirrorSession: validateMirrorSession,
  LoadBalancerIPPool: validateLoadBalancerIPPool,
  ProviderNetwork: validateProviderNetwork,
  NodeNetwork: validateNodeNetwork,
  NetworkConfig: validateNetworkConfig,
  // A kind more does not compile without its validator.
} satisfies Readonly<Record<KindName, unknown>> as unknown as Readonly<Record<KindName, Validator>>;

/**
 * Checks the spec of an object, defaults included.
 * @returns what is wrong, in the order of the fields; empty when the object is what its type says
 */
export function violations(kind: KindName, object: unknown): readonly Violation[] {
  const validator = validators[kind];
  if (validator(object)) return [];
  return (validator.errors ?? []).map(violation);
}

/** Whether the object's spec is what the type says. */
export function isValid<K extends KindName>(kind: K, object: unknown): object is Kinds[K] {
  return validators[kind](object);
}

/** The violations as one message for a condition: the first, and how many more there are. */
export function describeViolations(found: readonly Violation[]): string {
  const [first, ...others] = found;
  if (first === undefined) return '';
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `${first.path} ${first.message}${more}`;
}

function violation(error: ValidatorError): Violation {
  const path = fieldPath(error.instancePath);
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return {
        path: `${path === '' ? '' : `${path}.`}${String(params.missingProperty)}`,
        message: 'is missing: add it',
      };
    case 'format':
      return { path, message: formats[String(params.format)]?.help ?? 'is malformed' };
    case 'enum':
      return { path, message: `is none of the allowed values: write ${listed(params.allowedValues)}` };
    case 'const':
      return {
        path,
        message: `can only be ${JSON.stringify(params.allowedValue)}: write that, or leave the field out`,
      };
    case 'type':
      return { path, message: `has the wrong type: write ${nouns[String(params.type)] ?? String(params.type)}` };
    case 'uniqueItems':
      return { path, message: 'holds an entry twice: remove one' };
    default:
      return { path, message: `${error.message ?? 'is not valid'}: change it` };
  }
}

const nouns: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
};

function listed(values: unknown): string {
  const all = Array.isArray(values) ? values.map(String) : [];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

/** `/spec/cidrs/0` → `spec.cidrs[0]` (a JSON pointer, RFC 6901, as the API server would print the field). */
function fieldPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step, index) => (/^[0-9]+$/.test(step) ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}
