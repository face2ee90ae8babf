import { sayInstant } from '../../../shared/model/dates.ts';
import type { ApplicantDetail } from '../../../shared/views/applicants.ts';
import { useZone } from '../../kit/status-store.ts';

/** Every form that was sent, newest first: what was typed, and what it was taken for where that is not the same. */
export function Submissions({ submissions }: { readonly submissions: ApplicantDetail['submissions'] }) {
  const zone = useZone();
  return (
    <>
      {submissions.map(({ at, source, answers }) => (
        <details key={`${at} ${source}`} className="applicants-submission">
          <summary>
            {sayInstant(at, zone)}
            <span className="mute">{source}</span>
          </summary>
          <dl className="facts">
            {answers.map(({ question, answer, understood }) => (
              <div key={question} className="applicants-answer">
                <dt>{question}</dt>
                <dd>
                  {answer.trim() === '' ? '–' : answer}
                  {understood === '' && answer.trim() !== '' && <em>not understood</em>}
                  {understood !== null && understood !== '' && <em>taken as {understood}</em>}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </>
  );
}
