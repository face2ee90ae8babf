import type { PolicyVersion } from '../../../shared/model/program.ts';
import { done } from '../../../shared/model/result.ts';
import type { Handlers, Query } from '../../call/handler.ts';

const show: Query<'program.show'> = ({ database, inForce }) => {
  if (!inForce) return done(null);
  const versions = database
    .all<PolicyVersion>('SELECT number, effectiveOn, note, adoptedAt FROM policyVersion ORDER BY number DESC')
    .map(({ number, effectiveOn, note, adoptedAt }) => ({
      number,
      effectiveOn,
      note,
      adoptedAt,
      inForce: number === inForce.number,
    }));
  const { policy, number, effectiveOn, note } = inForce;
  return done({ policy, number, effectiveOn, note, versions });
};

export const programQueries: Pick<Handlers, 'program.show'> = { 'program.show': show };
