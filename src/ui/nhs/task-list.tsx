import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { inner, slot, type Content, type Slot } from "./content.ts";
import { each, type Item } from "./each.tsx";
import { Heading, type HeadingProps } from "./heading.tsx";
import { Tag, type TagProps } from "./tag.tsx";

export type TaskStatus = Content & { readonly tag?: TagProps; readonly classes?: string };

export type Task = {
  readonly heading: Slot<
    Pick<HeadingProps, "id" | "text" | "html" | "visuallyHiddenText" | "classes" | "attributes">
  >;
  readonly href?: string;
  readonly hint?: Slot<Content>;
  readonly status?: Slot<TaskStatus>;
  readonly classes?: string;
};

export type TaskListProps = {
  readonly id?: string;
  readonly idPrefix?: string;
  readonly items?: readonly Item<Task>[];
  readonly classes?: string;
  readonly attributes?: Attributes;
};

function TaskItem({ task, id }: { readonly task: Task; readonly id: string }): ReactNode {
  const { href } = task;
  const heading = slot<HeadingProps>(task.heading);
  const hint = inner(slot<Content>(task.hint));
  const status = slot<TaskStatus>(task.status);
  const hintId = `${id}-hint`;
  const statusId = `${id}-status`;
  return (
    <li
      className={classNames(
        "nhsuk-task-list__item",
        href && "nhsuk-task-list__item--with-link",
        task.classes,
      )}
    >
      <div className="nhsuk-task-list__name-and-hint">
        <Heading
          id={heading.id}
          text={heading.text}
          html={heading.html ?? heading.children}
          visuallyHiddenText={heading.visuallyHiddenText}
          className={href ? "nhsuk-task-list__link" : ""}
          classes={classNames(href && "nhsuk-link", heading.classes)}
          attributes={{
            href,
            "aria-describedby": href && classNames(hint ? hintId : undefined, statusId),
            ...heading.attributes,
          }}
          element={href ? "a" : "div"}
        />
        {hint && (
          <div className="nhsuk-task-list__hint" id={hintId}>
            {hint}
          </div>
        )}
      </div>
      <div className={classNames("nhsuk-task-list__status", status.classes)} id={statusId}>
        {status.tag ? <Tag {...status.tag} /> : inner(status)}
      </div>
    </li>
  );
}

export function TaskList(props: TaskListProps): ReactNode {
  const idPrefix = props.idPrefix || "task-list";
  return (
    <ul
      className={classNames("nhsuk-task-list", props.classes)}
      id={props.id}
      {...attributes(props.attributes)}
    >
      {each(props.items, (task, index) => (
        <TaskItem task={task} id={`${idPrefix}-${index + 1}`} />
      ))}
    </ul>
  );
}
