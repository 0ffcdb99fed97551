import type { GrantTopic } from './topics';

/** The programme's settings for messages. Clock times are `HH:MM` of programme time. */
export interface MessagePolicy {
  /** Nothing is pushed from the first to the second, which may lie across midnight; equal: never quiet. */
  readonly quietFrom: string;
  readonly quietTo: string;
  /** Messages pushed to one member in a business day, and in seven of them. */
  readonly perDayMax: number;
  readonly perWeekMax: number;
  /** Ids of the platform's templates, as its console gives them; by default `lantern-<topic>`. */
  readonly templateIds: Readonly<Partial<Record<GrantTopic, string>>>;
  /** Points that go with a greeting; 0: none. */
  readonly anniversaryPoints: number;
}

/** product.md, Defaults. */
export const defaultMessagePolicy: MessagePolicy = {
  quietFrom: '21:30',
  quietTo: '09:00',
  perDayMax: 1,
  perWeekMax: 3,
  templateIds: {},
  anniversaryPoints: 50,
};

/** The platform's id of a topic's template. */
export function templateIdOf(policy: MessagePolicy, topic: GrantTopic): string {
  return policy.templateIds[topic] ?? `lantern-${topic}`;
}
