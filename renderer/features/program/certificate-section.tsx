import { Plus, Trash2 } from 'lucide-react';
import type { Policy } from '../../../shared/model/program.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea, TextField } from '../../kit/fields/text-field.tsx';
import { Section } from './section.tsx';
import { useDraft } from './store.ts';

type Signatory = Policy['certificate']['signatories'][number];

const blanks = { name: 'Renée J. McAllister, Ed.S.', cohort: 'Foxtrot', date: 'June 12, 2025' };

/** What a certificate says, with made-up facts in its blanks. */
function fillBlanks(policy: Policy, statement: string): string {
  const filled: Readonly<Record<string, string>> = { ...blanks, program: policy.program.name };
  return statement.replaceAll(/\{(\w+)\}/g, (whole, blank: string) => filled[blank] ?? whole);
}

/** What stands on a certificate. */
export function CertificateSection({ policy }: { readonly policy: Policy }) {
  const edit = useDraft((draft) => draft.edit);
  const { certificate } = policy;
  const set = (part: Partial<Policy['certificate']>) =>
    edit((now) => ({ certificate: { ...now.certificate, ...part } }));
  const setSignatory = (at: number, part: Partial<Signatory>) =>
    set({ signatories: certificate.signatories.map((each, place) => (place === at ? { ...each, ...part } : each)) });
  return (
    <Section id="certificate" title="Certificate" about="Certificates already issued keep their text.">
      <div className="governed">
        <div className="governed-fields">
          <TextField required label="Title" value={certificate.title} onChange={(title) => set({ title })} />
          <TextArea
            required
            rows={4}
            label="Words"
            hint="Blanks: {name}, {program}, {cohort}, {date}."
            value={certificate.statement}
            onChange={(statement) => set({ statement })}
          />
          <TextArea
            required
            rows={3}
            label="Text for someone graduated against the rule"
            hint="It shouldn’t say that all courses were completed."
            value={certificate.overruledStatement}
            onChange={(overruledStatement) => set({ overruledStatement })}
          />
          <TextField
            label="Address of the checking page"
            hint="Where the association’s web site has verify.html. It is part of every code, so that a phone’s camera opens it. Leave blank for a smaller code that scanners and Cohort Desk read."
            problem={
              certificate.address === '' || /^https?:\/\/[^\s#]+$/.test(certificate.address)
                ? null
                : 'An address begins with https:// and has no spaces and no #.'
            }
            value={certificate.address}
            onChange={(address) => set({ address: address.trim() })}
          />
        </div>
        <figure className="certificate-sample">
          <figcaption>Preview</figcaption>
          <b>{certificate.title}</b>
          <p>{fillBlanks(policy, certificate.statement)}</p>
          <p>{fillBlanks(policy, certificate.overruledStatement)}</p>
        </figure>
      </div>
      <fieldset className="settings-choice">
        <legend>Signed by</legend>
        {certificate.signatories.map(({ name, role }, at) => (
          // A signatory is a place on the paper: first, second, third.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={at} className="settings-line">
            <TextField
              bare
              required
              label={`Name of signatory ${at + 1}`}
              value={name}
              onChange={(text) => setSignatory(at, { name: text })}
            />
            <TextField
              bare
              required
              label={`Role of signatory ${at + 1}`}
              value={role}
              onChange={(text) => setSignatory(at, { role: text })}
            />
            <Button
              kind="quiet"
              className="icon-only"
              aria-label={`Remove ${name}`}
              icon={<Trash2 aria-hidden="true" />}
              onClick={() => set({ signatories: certificate.signatories.filter((_, place) => place !== at) })}
            />
          </div>
        ))}
        <Button
          icon={<Plus aria-hidden="true" />}
          disabledBecause={certificate.signatories.length >= 4 ? 'A certificate has room for four.' : null}
          onClick={() => set({ signatories: [...certificate.signatories, { name: 'Name', role: 'Role' }] })}
        >
          Add a signatory
        </Button>
      </fieldset>
    </Section>
  );
}
