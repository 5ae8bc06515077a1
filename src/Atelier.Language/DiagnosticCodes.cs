using System.Collections.Frozen;
using Atelier.Language.Cel;

namespace Atelier.Language;

/// <summary>Every code of the language. A code never changes its meaning; <see cref="Meanings"/> says each in one sentence.</summary>
public static class DiagnosticCodes
{
    // 10xx: the document.
    public const string DocumentTooLarge = "ATL1001";
    public const string Syntax = "ATL1002";
    public const string DuplicateKey = "ATL1003";
    public const string TooDeep = "ATL1004";
    public const string TooManyNodes = "ATL1005";
    public const string UnknownAlias = "ATL1006";
    public const string SeveralDocuments = "ATL1007";
    public const string EmptyDocument = "ATL1008";
    public const string NotAMap = "ATL1009";
    public const string KeyNotText = "ATL1010";
    public const string TagNotKnown = "ATL1011";
    public const string MergeKey = "ATL1012";
    public const string TooManyMistakes = "ATL1013";

    // 11xx: structure.
    public const string UnknownKey = "ATL1101";
    public const string MissingKey = "ATL1102";
    public const string WrongKind = "ATL1103";
    public const string NoStepKind = "ATL1104";
    public const string SeveralStepKinds = "ATL1105";
    public const string KeyNotForStep = "ATL1106";
    public const string UnknownChoice = "ATL1107";
    public const string NumberOutOfRange = "ATL1108";
    public const string BadDuration = "ATL1109";
    public const string BadInputRule = "ATL1110";
    public const string BadInputDefault = "ATL1111";
    public const string TooManySteps = "ATL1112";
    public const string NoSteps = "ATL1113";
    public const string BadWorkflowName = "ATL1114";
    public const string BadSwitchDefault = "ATL1115";
    public const string BadTolerance = "ATL1117";
    public const string BadPattern = "ATL1118";
    public const string BadCollectionName = "ATL1119";
    public const string BadModelName = "ATL1120";
    public const string BadSize = "ATL1121";

    // 12xx: names and references.
    public const string BadId = "ATL1201";
    public const string ReservedId = "ATL1202";
    public const string DuplicateId = "ATL1203";
    public const string ShadowedName = "ATL1204";
    public const string UnknownNeed = "ATL1205";
    public const string SelfNeed = "ATL1206";
    public const string NeedCycle = "ATL1207";
    public const string NeedElsewhere = "ATL1208";
    public const string UnknownName = "ATL1210";
    public const string NotANeed = "ATL1211";
    public const string ReadsItself = "ATL1212";
    public const string InsideBlock = "ATL1213";
    public const string UnknownInput = "ATL1214";
    public const string SecretOutsideWith = "ATL1215";
    public const string UnknownOutputField = "ATL1216";
    public const string UnguardedRead = "ATL1217";
    public const string NameNotHere = "ATL1218";
    public const string SecretNotNamed = "ATL1219";
    public const string WorkflowNotFound = "ATL1220";
    public const string WorkflowRecursion = "ATL1221";
    public const string InlinedHandlers = "ATL1222";
    public const string UnknownAction = "ATL1230";

    // 13xx: expressions.
    public const string ExpressionSyntax = CelCodes.Syntax;
    public const string ExpressionLiteral = CelCodes.Literal;
    public const string ExpressionTooLong = CelCodes.TooLong;
    public const string ExpressionTooDeep = CelCodes.TooDeep;
    public const string ExpressionReserved = CelCodes.Reserved;
    public const string ExpressionMacro = CelCodes.Macro;
    public const string ExpressionMessage = CelCodes.Message;
    public const string UnknownFunction = CelCodes.UnknownFunction;
    public const string ExpressionNotClosed = "ATL1310";
    public const string ExpressionExpected = "ATL1311";
    public const string ExpressionNotAllowed = "ATL1312";

    // 14xx: types of `with`.
    public const string WithUnknownField = "ATL1401";
    public const string WithMissingField = "ATL1402";
    public const string WithWrongType = "ATL1403";
    public const string WithNotAllowed = "ATL1404";
    public const string WithOutOfRange = "ATL1405";

    // 15xx: inputs given to a run.
    public const string GivenUnknown = "ATL1501";
    public const string GivenMissing = "ATL1502";
    public const string GivenWrongType = "ATL1503";
    public const string GivenOutOfRange = "ATL1504";
    public const string GivenNoMatch = "ATL1505";
    public const string GivenNotAllowed = "ATL1506";

    // 152x to 154x: recipes.
    public const string RecipeSyntax = "ATL1520";
    public const string RecipeElided = "ATL1521";
    public const string RecipePython = "ATL1522";
    public const string RecipeUnknownModel = "ATL1523";
    public const string RecipeUnknownAction = "ATL1524";
    public const string RecipeWrongModel = "ATL1525";
    public const string RecipeNoAction = "ATL1526";
    public const string RecipeUnknownParameter = "ATL1527";
    public const string RecipeBadParameter = "ATL1528";
    public const string RecipeUnknownClass = "ATL1529";
    public const string RecipeMappedClass = "ATL1530";
    public const string RecipeBadCondition = "ATL1531";
    public const string RecipeUnknownResult = "ATL1532";
    public const string RecipeImpliedStep = "ATL1533";
    public const string RecipeUnknownStage = "ATL1534";
    public const string RecipeLaterStage = "ATL1535";
    public const string RecipeDuplicateName = "ATL1536";
    public const string RecipeRepeatedKey = "ATL1537";
    public const string RecipeBadVariable = "ATL1538";
    public const string RecipeOpenVariable = "ATL1539";
    public const string RecipeBadName = "ATL1541";
    public const string RecipeIgnored = "ATL1542";
    public const string RecipeEmptyStage = "ATL1543";

    /// <summary>Code to meaning.</summary>
    public static FrozenDictionary<string, string> Meanings { get; } = new Dictionary<string, string>
    {
        [DocumentTooLarge] = "The document is larger than 1 MiB.",
        [Syntax] = "The text is not YAML or JSON.",
        [DuplicateKey] = "A key stands twice in one map.",
        [TooDeep] = "Maps and lists are nested more than 64 deep.",
        [TooManyNodes] = "Aliases expand the document to more than 100,000 values.",
        [UnknownAlias] = "An alias names no anchor before it, or contains itself.",
        [SeveralDocuments] = "The text holds more than one document.",
        [EmptyDocument] = "The text holds no document.",
        [NotAMap] = "The document is not a map of keys.",
        [KeyNotText] = "A key is not plain text.",
        [TagNotKnown] = "A YAML tag is used that has no meaning here.",
        [MergeKey] = "The YAML merge key `<<` is used.",
        [TooManyMistakes] = "There are more mistakes than are shown.",
        [UnknownKey] = "A key is not known in this place.",
        [MissingKey] = "A required key is missing.",
        [WrongKind] = "A value is of another kind than its key takes.",
        [NoStepKind] = "A step says nothing to do.",
        [SeveralStepKinds] = "A step says more than one thing to do.",
        [KeyNotForStep] = "A key has no meaning on this kind of step.",
        [UnknownChoice] = "A value is none of those its key takes.",
        [NumberOutOfRange] = "A number is outside its range.",
        [BadDuration] = "A text is not a duration.",
        [BadInputRule] = "An input has a rule that does not fit its type.",
        [BadInputDefault] = "The default of an input does not fit its own rules.",
        [TooManySteps] = "The workflow has more than 200 steps.",
        [NoSteps] = "A list of steps is empty.",
        [BadWorkflowName] = "The workflow's name cannot be used as a name.",
        [BadSwitchDefault] = "The default of a switch is not the last case, or there are two.",
        [BadTolerance] = "A tolerance is neither a count nor a percentage.",
        [BadPattern] = "A pattern is not a regular expression.",
        [BadCollectionName] = "A collection's name cannot be used as a name.",
        [BadModelName] = "A model's name cannot be used as a name.",
        [BadSize] = "A text is not a size of memory.",
        [BadId] = "An id is not an identifier.",
        [ReservedId] = "An id is a word that expressions or the language keep for themselves.",
        [DuplicateId] = "Two steps beside each other have the same id.",
        [ShadowedName] = "An inner name hides an outer one.",
        [UnknownNeed] = "`needs` names a step that does not exist.",
        [SelfNeed] = "A step needs itself.",
        [NeedCycle] = "Steps need each other in a circle.",
        [NeedElsewhere] = "`needs` names a step of another block.",
        [UnknownName] = "An expression reads a name that does not exist.",
        [NotANeed] = "An expression reads a step that need not have ended by then.",
        [ReadsItself] = "A step reads its own output.",
        [InsideBlock] = "An expression reads a step inside another block.",
        [UnknownInput] = "An expression reads an input that is not declared.",
        [SecretOutsideWith] = "A secret is read outside `with`.",
        [UnknownOutputField] = "An expression reads a field that the step's output does not have.",
        [UnguardedRead] = "A handler reads a step that may have no output without asking first.",
        [NameNotHere] = "A name exists, but not in this place.",
        [SecretNotNamed] = "`secrets` is read without the name of a secret.",
        [WorkflowNotFound] = "`run` names a workflow that cannot be found.",
        [WorkflowRecursion] = "A workflow runs itself, directly or through others.",
        [InlinedHandlers] = "An inlined workflow has handlers of its own.",
        [UnknownAction] = "`uses` names an action that does not exist.",
        [ExpressionSyntax] = "An expression cannot be read.",
        [ExpressionNotClosed] = "`${` has no `}`.",
        [ExpressionExpected] = "A key takes one expression and nothing else.",
        [ExpressionLiteral] = "A literal in an expression has no value.",
        [ExpressionTooLong] = "An expression is longer than 10,000 characters.",
        [ExpressionTooDeep] = "An expression is nested too deep.",
        [ExpressionReserved] = "A reserved word stands where a name is expected.",
        [ExpressionMacro] = "A macro has arguments that it cannot take.",
        [ExpressionMessage] = "An expression builds a message, which there are none of.",
        [UnknownFunction] = "An expression calls a function that does not exist.",
        [ExpressionNotAllowed] = "An expression stands where only a constant may.",
        [WithUnknownField] = "`with` has a field that the action does not know.",
        [WithMissingField] = "`with` lacks a field that the action requires.",
        [WithWrongType] = "A field of `with` has the wrong type.",
        [WithNotAllowed] = "A field of `with` has a value that the action does not allow.",
        [WithOutOfRange] = "A field of `with` is outside its range.",
        [GivenUnknown] = "A value is given for an input that is not declared.",
        [GivenMissing] = "A required input has no value.",
        [GivenWrongType] = "The value of an input has the wrong type.",
        [GivenOutOfRange] = "The value of an input is outside its range.",
        [GivenNoMatch] = "The value of an input does not match its pattern.",
        [GivenNotAllowed] = "The value of an input is none of those allowed.",
        [RecipeSyntax] = "The text cannot be read as a recipe.",
        [RecipeElided] = "`...` stands where something was left out.",
        [RecipePython] = "A recipe is written as Python, not as JSON.",
        [RecipeUnknownModel] = "A recipe names a model of an unknown kind.",
        [RecipeUnknownAction] = "A recipe names an action that does not exist.",
        [RecipeWrongModel] = "A recipe asks a model for what another kind of model does.",
        [RecipeNoAction] = "A step of a recipe says nothing to do.",
        [RecipeUnknownParameter] = "A parameter has no meaning for the action.",
        [RecipeBadParameter] = "A parameter has a value that the action does not take.",
        [RecipeUnknownClass] = "A class to detect is none that common detectors know.",
        [RecipeMappedClass] = "A class to detect stands for several of the detector's own.",
        [RecipeBadCondition] = "A condition cannot be read.",
        [RecipeUnknownResult] = "A recipe reads a result that no step yields.",
        [RecipeImpliedStep] = "A recipe reads a result whose step it does not have; the step was put in.",
        [RecipeUnknownStage] = "`depends_on` names a stage that does not exist.",
        [RecipeLaterStage] = "`depends_on` names the stage itself or one written later.",
        [RecipeDuplicateName] = "Two stages or two results have the same name.",
        [RecipeRepeatedKey] = "A key stands twice in one object of a recipe.",
        [RecipeBadVariable] = "A variable of a prompt is declared in a way that has no meaning.",
        [RecipeOpenVariable] = "A prompt reads a variable that is not declared.",
        [RecipeBadName] = "A name in a recipe cannot be used as a name.",
        [RecipeIgnored] = "A key of a recipe says nothing that a run could follow.",
        [RecipeEmptyStage] = "A stage holds no step.",
    }.ToFrozenDictionary();
}
