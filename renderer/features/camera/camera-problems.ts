import type { Problem } from '../../../shared/model/result.ts';

const typeInstead = 'Scanners and names still work.';

const sentences: Readonly<Record<string, string>> = {
  NotAllowedError: `This laptop does not let Cohort Desk use the camera. Allow it in the system’s privacy settings, under Camera, and try again. ${typeInstead}`,
  NotFoundError: `No camera was found. Plug one in, or open its cover, and try again. ${typeInstead}`,
  NotReadableError: `The camera does not answer; another program may be using it. Close that program, such as a video call, and try again. ${typeInstead}`,
  gone: `The camera is gone; its cable may be unplugged. Plug it in and try again. ${typeInstead}`,
  reader: `The code reader could not start. Turn the camera off and on; if that doesn’t help, restart Cohort Desk. ${typeInstead}`,
};

/** Why there is no picture, and what to do about it. */
export function cameraProblem(error: unknown): Problem {
  const name = typeof error === 'string' ? error : error instanceof DOMException ? error.name : '';
  const alike = {
    SecurityError: 'NotAllowedError',
    OverconstrainedError: 'NotFoundError',
    AbortError: 'NotReadableError',
  };
  const key = name in alike ? alike[name as keyof typeof alike] : name;
  const sentence = sentences[key] ?? `The camera can’t be used. Try again, or choose another one. ${typeInstead}`;
  const said = error instanceof Error && !(key in sentences) ? [error.message] : [];
  return { sentence, reasons: said };
}
