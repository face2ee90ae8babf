import './people.css';
import { type FormEvent, useState } from 'react';
import type { PersonId } from '../../../shared/model/ids.ts';
import { sayPhone } from '../../../shared/model/people.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { PersonView } from '../../../shared/views/people.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { call } from '../../kit/client.ts';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { useTyped } from '../../kit/unsaved.ts';

const none = 'none';

/** Corrects a person’s name, address, post or school system in the inspector, where the record is in sight. */
export function CorrectCard({ personId, onDone }: { readonly personId: PersonId; readonly onDone: () => void }) {
  const { value, problem } = useCall('people.show', { personId });
  if (problem) return <ProblemNote problem={problem} />;
  if (!value) return null;
  return (
    <Card title="Correct the record">
      <CorrectForm key={value.personId} person={value} onDone={onDone} />
    </Card>
  );
}

/** The fields of a person’s record, to be corrected; saves by itself. */
export function CorrectForm({ person, onDone }: { readonly person: PersonView; readonly onDone: () => void }) {
  const [given, setGiven] = useState(person.givenName);
  const [family, setFamily] = useState(person.familyName);
  const [certificate, setCertificate] = useState(person.certificateName ?? '');
  const [email, setEmail] = useState(person.email ?? '');
  const [phone, setPhone] = useState(person.phone === null ? '' : sayPhone(person.phone));
  const [jobTitle, setJobTitle] = useState(person.jobTitle ?? '');
  const [organizationId, setOrganizationId] = useState(person.organizationId);
  const systems = useCall('organizations.list', { limit: 500 });
  const [problem, setProblem] = useState<Problem | null>(null);
  const typed = useTyped('Your correction of a person’s record is not saved yet.');
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await call('people.revise', {
      personId: person.personId,
      givenName: given,
      familyName: family,
      certificateName: certificate.trim() || null,
      email: email.trim() || null,
      phone: phone.trim() || null,
      jobTitle: jobTitle.trim() || null,
      ...(organizationId === person.organizationId ? {} : { organizationId }),
    });
    if (result.ok) onDone();
    else setProblem(result.problem);
  };
  return (
    <form className="stack people-correct" onChange={typed.onChange} onSubmit={(event) => void onSubmit(event)}>
      <TextField label="First name" value={given} onChange={setGiven} required autoFocus />
      <TextField label="Last name" value={family} onChange={setFamily} required />
      <TextField
        label="Name for the certificate"
        hint="With degrees, as it should be printed. Leave blank to use first and last name. Certificates already issued keep their name."
        placeholder={`${given} ${family}`.trim()}
        value={certificate}
        onChange={setCertificate}
      />
      <TextField label="E-mail" type="email" value={email} onChange={setEmail} />
      <TextField label="Phone" type="tel" value={phone} onChange={setPhone} />
      <TextField label="Job title" value={jobTitle} onChange={setJobTitle} />
      {systems.value && (
        <SelectField
          label="School system"
          hint="One that is missing is added under School systems."
          value={organizationId ?? none}
          options={[
            { key: none, label: 'None' },
            ...systems.value.rows.map((row) => ({ key: row.organizationId, label: row.name })),
          ]}
          onChange={(key) => setOrganizationId(key === none ? null : key)}
        />
      )}
      {problem && <ProblemNote problem={problem} />}
      <footer className="row">
        <Button kind="primary" type="submit">
          Save
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </footer>
    </form>
  );
}
