import type { Exact } from '../../exact.ts'
import type { Node } from '../tree.ts'

/**
 * What holds between several measures. Relations of one measure with what was already received are conditions and limits of that measure and not here.
 * Members are measure ids; nodes are money.
 */
export type GroupRelation =
  /** 就高: of the members only the one with the largest amount is paid; of equals the first named. */
  | { readonly kind: 'highest'; readonly members: readonly string[] }
  /** 不重复享受: this measure is not paid together with any member; members do not exclude each other. */
  | { readonly kind: 'exclusive'; readonly members: readonly string[] }
  /** 叠加: paid on top of the members, whatever else is said between them. */
  | { readonly kind: 'add'; readonly members: readonly string[] }
  /** 配套: at most `ratio` times what is paid under the one member. */
  | { readonly kind: 'match'; readonly members: readonly [string]; readonly ratio: Exact }
  /** 总额封顶: the members together get at most `limit` less what was `received`, in the order named. */
  | { readonly kind: 'cap_total'; readonly members: readonly string[]; readonly limit: Node; readonly received: Node | null }
  /** 分担: one award, several budgets; the shares make up the whole. */
  | { readonly kind: 'share'; readonly members: readonly []; readonly parts: readonly { readonly budget: string; readonly share: Exact }[] }
