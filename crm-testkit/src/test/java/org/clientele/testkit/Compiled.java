package org.clientele.testkit;

import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What the compiler says about a statement with a session, the choices of a merge and some records at hand. */
final class Compiled {

    private Compiled() {}

    static List<String> errors(String statement) {
        String source = """
                import static org.clientele.merge.MergeStrategies.*;
                import org.clientele.Session;
                import org.clientele.account.Account;
                import org.clientele.contact.Contact;
                import org.clientele.merge.MergeChoices;
                import org.clientele.organization.BusinessUnit;
                import org.clientele.organization.Organization;
                import org.clientele.organization.User;
                import org.clientele.organization.UserOwned;
                class Program {
                    static class Agent extends User {}
                    void run(Session session, User user, Agent agent, BusinessUnit unit, Organization organization,
                            Account account, Contact contact, MergeChoices<Account> choices) {
                        %s;
                    }
                }
                """.formatted(statement);
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, List.of("-proc:none", "-d", "target"), null, List.of(new Source(source)))
                .call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    /** A program that is in no file. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///Program.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
