import { phrases } from "../listed.ts";

export const skills = phrases(`
  Model for Improvement, Run charts, Control charts, Driver diagrams, Process mapping, Facilitation,
  Coaching, Lean, Experience-based co-design, Measurement plans, Survey design, Data visualisation,
  Excel, R, Human factors, Patient safety, Project planning, Stakeholder mapping, Presenting,
  Plain English writing, Conflict resolution, Mentoring, Budgeting, Demand and capacity,
  Spreading change
`);

export const interests = phrases(`
  Falls, Pressure ulcers, Sepsis, Medication safety, Discharge and flow, Dementia, Stroke, Diabetes,
  Frailty, Maternity, Children and young people, Mental health in crisis, End of life care,
  Staff wellbeing, Inclusion, Waiting times, Access to general practice, Care homes, Cancer,
  Heart failure, Learning disability, Infection, Long-term conditions, Health inequalities, Leadership,
  Shared decisions, Volunteering
`);

export const help = phrases(`
  Your first run chart, Writing an aim, Reading a control chart, Running a small test,
  Planning what to measure, Involving patients, Chairing a team meeting, A second pair of eyes on data,
  Preparing for a board, Mentoring, Showing visitors our ward, Facilitating a workshop,
  Writing up what you learned, Recruiting volunteers
`);

export const accessNeeds = phrases(`
  Large print, I use a screen reader, Step-free rooms, I lip-read: please face me,
  British Sign Language interpreter, Extra time to read papers beforehand
`);
