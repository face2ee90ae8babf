import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { api, type CallName, isCallName } from '../shared/api.ts';
import { LeadName } from '../shared/model/history.ts';
import type { Problem } from '../shared/model/result.ts';
import type { Dialogs } from './call/dialogs.ts';
import { openDesk } from './desk/desk.ts';
import { settingsFolder } from './settings-folder.ts';

/** What a run at the terminal prints, and how it ends: 0 done, 1 refused, 2 called wrongly. */
interface Outcome {
  readonly exitCode: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

const usage = `desk <call> ['<json>'] --db FILE [--file FILE] [--out FILE] [--who NAME]

Makes one call on a Cohort Desk database, through the same gate as the window.
  --db FILE    the database; it is made when it does not exist
  --file FILE  answers a dialog that asks which file to read
  --out FILE   answers a dialog that asks where to write: a file or, for several, a folder
  --who NAME   whose change it is; otherwise the lead named on this laptop
  --settings FOLDER  where this laptop remembers which laptop it is; else COHORT_DESK_SETTINGS, else the app's own folder
  COHORT_DESK_KEY_PASSPHRASE  the passphrase of the program's key, where it lies under one on this laptop
  --help       lists every call; after a call's name, its input as a JSON schema
The answer is JSON on standard output. A refusal is one sentence, and exit code 1.
`;

/** Makes the call that a command line asks for. The same gate and the same validation as the window's. */
export async function runDesk(argv: readonly string[]): Promise<Outcome> {
  try {
    return await makeCall(argv);
  } catch (error) {
    // A bug of ours. Its stack helps no one at a terminal who did not ask for it.
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
    const said = process.env.COHORT_DESK_STACK && stack ? stack : message.split('\n')[0];
    return { exitCode: 1, stdout: '', stderr: `${unexpected} ${said}\n` };
  }
}

const unexpected =
  'Something went wrong that should not have; what was saved before is safe. Tell the developers, with COHORT_DESK_STACK=1 for more:';

async function makeCall(argv: readonly string[]): Promise<Outcome> {
  const read = readArguments(argv);
  if (typeof read === 'string') return { exitCode: 2, stdout: '', stderr: `${read}\n` };
  const { call, json, db, file, out, who, settings, help } = read;
  if (help) return { exitCode: 0, stdout: call && isCallName(call) ? describe(call) : listCalls(), stderr: '' };
  if (!call) return { exitCode: 2, stdout: '', stderr: usage };
  if (!db) return wrong('Name the database with --db FILE.');
  const input = parseJson(json);
  if (input === undefined) return wrong(`The input isn’t JSON: ${json.length > 200 ? `${json.slice(0, 200)}…` : json}`);
  const named = LeadName.optional().safeParse(who);
  if (!named.success) return wrong(`“${who}” isn’t a name for --who.`);
  const doubts = new Set<string>();
  const opened = openDesk({
    databaseFile: path.resolve(db),
    settings: settings === undefined ? settingsFolder() : path.resolve(settings),
    who: named.data,
    keyPassphrase: process.env.COHORT_DESK_KEY_PASSPHRASE || undefined,
    dialogs: scriptedDialogs(file, out),
    onEvent: (event) => {
      if (event.kind === 'changed' && event.clock) doubts.add(event.clock);
    },
  });
  if (!opened.ok) return { exitCode: 1, stdout: '', stderr: sayProblem(opened.problem) };
  try {
    const result = await opened.desk.callAsOwner(call, input);
    if (result.ok)
      return {
        exitCode: 0,
        stdout: `${JSON.stringify(result.value, null, 2)}\n`,
        stderr: [...doubts].map((doubt) => `${doubt}\n`).join(''),
      };
    return { exitCode: 1, stdout: '', stderr: sayProblem(result.problem) };
  } finally {
    await opened.desk.close();
  }
}

const sayProblem = ({ sentence, reasons }: Problem): string => `${[sentence, ...reasons].join(' ')}\n`;

const wrong = (sentence: string): Outcome => ({ exitCode: 2, stdout: '', stderr: `${sentence}\n` });

interface Arguments {
  readonly call: string | undefined;
  readonly json: string;
  readonly db: string | undefined;
  readonly file: string | undefined;
  readonly out: string | undefined;
  readonly who: string | undefined;
  readonly settings: string | undefined;
  readonly help: boolean;
}

/** Given twice, the last would win without a word: so each is read as a list. */
const text = { type: 'string', multiple: true } as const;

/** What is wrong with an option’s text, whatever it names; null: nothing. */
function wrongOption(options: Readonly<Record<string, readonly string[] | undefined>>): string | null {
  for (const [option, given = []] of Object.entries(options)) {
    if (given.length > 1) return `--${option} is given ${given.length} times. Give it once.`;
    const [value] = given;
    if (value === '') return `--${option} has nothing after it. Give it a value.`;
    if (value !== undefined && (value.includes('\0') || !value.isWellFormed())) {
      return `--${option} has a character that no name can hold. Type it again.`;
    }
  }
  return null;
}

function readArguments(argv: readonly string[]): Arguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        db: text,
        file: text,
        out: text,
        who: text,
        settings: text,
        help: { type: 'boolean', short: 'h' },
      },
    });
    const [call, json = '{}', more] = positionals;
    if (more !== undefined) return `One call at a time: “${more}” is too much. Put the JSON between quotes.`;
    const { help = false, ...named } = values;
    const wrong = wrongOption(named);
    if (wrong !== null) return wrong;
    const [db, file, out, who, settings] = [named.db, named.file, named.out, named.who, named.settings].map(
      (given) => given?.[0],
    );
    return { call, json, db, file, out, who, settings, help };
  } catch (error) {
    const said = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
    return /[.”"]$/.test(said) ? said : `${said}.`;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Dialogs that a command line answers; a question that it has no answer to is a cancelled dialog. */
function scriptedDialogs(file: string | undefined, out: string | undefined): Dialogs {
  return {
    openFile: async () => (file === undefined ? null : path.resolve(file)),
    saveFile: async () => (out === undefined ? null : path.resolve(out)),
    chooseFolder: async () => (out === undefined ? null : path.resolve(out)),
    reveal: async () => undefined,
    open: async () => undefined,
  };
}

function listCalls(): string {
  // Object.keys forgets that these are the names of calls.
  const names = Object.keys(api) as CallName[];
  const lines = names.map(
    (name) => `  ${name} ${sketch(schemaOf(name), 0)}\n      ${api[name].about} (${api[name].kind})`,
  );
  return `${usage}\nCalls:\n${lines.join('\n')}\n`;
}

const describe = (name: CallName): string => `${api[name].about}\n${JSON.stringify(schemaOf(name), null, 2)}\n`;

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | false;
  /** How each field of a record by key is named, and what it holds. */
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly prefixItems?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly format?: string;
}

/** The part of JSON Schema that `sketch` reads; what it does not know it calls “any”. */
const schemaOf = (name: CallName): JsonSchema =>
  z.toJSONSchema(api[name].input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** An input in one line, optional fields with a question mark: `{ cohortId: uuid, search?: string }`. */
function sketch(schema: JsonSchema, depth: number): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return choice.map((one) => sketch(one, depth)).join(' | ');
  if (schema.prefixItems) return `[${schema.prefixItems.map((one) => sketch(one, depth)).join(', ')}]`;
  if (schema.items) return `[${sketch(schema.items, depth)}, …]`;
  if (schema.properties) {
    if (depth > 1) return '{ … }';
    const fields = Object.entries(schema.properties).map(
      ([field, one]) => `${field}${schema.required?.includes(field) ? '' : '?'}: ${sketch(one, depth + 1)}`,
    );
    return fields.length === 0 ? '' : `{ ${fields.join(', ')} }`;
  }
  if (schema.propertyNames && typeof schema.additionalProperties === 'object') {
    return `{ [${sketch(schema.propertyNames, depth)}]: ${sketch(schema.additionalProperties, depth)} }`;
  }
  return schema.format ?? ([] as string[]).concat(schema.type ?? 'any').join(' | ');
}

/**
 * Prints an outcome and sets the exit code. The reader may stop early, as `head` does, which isn't an error. A disk
 * that can't take it is told in a sentence, since the call itself was made.
 */
function print({ stdout, stderr, exitCode }: Outcome): void {
  process.exitCode = exitCode;
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = 1;
    const why = error.code === 'ENOSPC' ? 'the disk is full' : error.message;
    process.stderr.write(`The call was made, but its answer could not be written: ${why}.\n`);
  });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
}

if (import.meta.main) print(await runDesk(process.argv.slice(2)));
