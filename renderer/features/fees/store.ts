import { type FeeColumn, type FeeShow, feeColumns } from '../../../shared/views/fees.ts';
import { listLook } from '../../kit/list/look.ts';

/** What is being looked at on Fees; unsorted, it stands in the order of names. */
export const useFees = listLook<FeeShow, FeeColumn>('everyone', feeColumns);
