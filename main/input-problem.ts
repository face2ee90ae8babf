import type { z } from 'zod';

/** What is wrong with an input, a sentence for each field. */
export function sayIssues(error: z.ZodError): string[] {
  return error.issues.map((issue) => {
    const field = issue.path.map(String).join(' › ');
    return field ? `${field}: ${issue.message}.` : `${issue.message}.`;
  });
}
